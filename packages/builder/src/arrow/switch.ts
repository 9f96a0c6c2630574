import type { ArrowExpression } from "@statewright/compiler";
import type * as acorn from "acorn";
import { letting } from "./functions.ts";
import type { Names } from "./names.ts";
import { isPath, type Reader } from "./reader.ts";

/**
 * `switch`: a condition for each case, in their order; `default` is what is left.
 *
 * `read` reads the statements of a case, with what follows the whole `switch` behind them.
 */
export function switchChoice(
  reader: Reader,
  node: acorn.SwitchStatement,
  names: Names,
  read: (list: readonly acorn.Statement[]) => ArrowExpression,
): ArrowExpression {
  const value = reader.expression(node.discriminant, names);
  const span = reader.span(node);
  const once = isPath(value) ? undefined : { local: reader.local("value"), value };
  const subject: ArrowExpression = once ? { kind: "local", local: once.local, span: value.span } : value;
  const last = node.cases.findIndex((one) => one.test === null || one.test === undefined);
  let whole = read(last < 0 ? [] : statementsFrom(node.cases, last));
  for (const [first, cases] of groupsOf(node.cases).reverse()) {
    const test = cases
      .map((one): ArrowExpression => {
        const right = reader.expression(one, names);
        return { kind: "binary", operator: "===", left: subject, right, span: reader.span(one) };
      })
      .reduce((left, right) => ({ kind: "logical", operator: "||", left, right, span }));
    const consequent = read(statementsFrom(node.cases, first));
    whole = { kind: "conditional", test, consequent, alternate: whole, span };
  }
  return letting(once ? [once] : [], whole);
}

/** The values of neighbouring cases that share their statements, and where the first of them stands. */
function groupsOf(cases: readonly acorn.SwitchCase[]): (readonly [number, readonly acorn.Expression[]])[] {
  const groups: [number, acorn.Expression[]][] = [];
  let open: acorn.Expression[] | undefined;
  for (const [index, { test, consequent }] of cases.entries()) {
    if (!test) {
      open = undefined;
      continue;
    }
    if (open) open.push(test);
    else {
      open = [test];
      groups.push([index, open]);
    }
    if (consequent.length > 0) open = undefined;
  }
  return groups;
}

/** What runs from a case on: its statements and those of the cases behind it, up to a `break`. */
function statementsFrom(cases: readonly acorn.SwitchCase[], first: number): acorn.Statement[] {
  const all = cases.slice(first).flatMap((one) => one.consequent);
  const flat = all.flatMap((one) =>
    one.type === "BlockStatement" && endsIn(one, "BreakStatement") ? one.body : [one],
  );
  const end = flat.findIndex((one) => one.type === "BreakStatement" && !one.label);
  return end < 0 ? flat : flat.slice(0, end);
}

function endsIn(block: acorn.BlockStatement, type: acorn.Statement["type"]): boolean {
  return block.body.at(-1)?.type === type;
}
