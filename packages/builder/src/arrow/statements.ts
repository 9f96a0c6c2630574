import type { ArrowExpression } from "@statewright/compiler";
import type * as acorn from "acorn";
import { isCounter, withoutArtefacts } from "./artefacts.ts";
import { innerFunction, letting } from "./functions.ts";
import { type Names, withName } from "./names.ts";
import { bindConstant, type LetBinding } from "./patterns.ts";
import { type Reader, undefinedAt } from "./reader.ts";
import { switchChoice } from "./switch.ts";
import { branches } from "./temporaries.ts";

type Rest = () => ArrowExpression;

/** The statements of a function: constants become bindings, `if` a condition, `return` the value. */
export function blockBody(reader: Reader, block: acorn.BlockStatement, names: Names): ArrowExpression {
  return statements(reader, block.body, names, () => undefinedAt(reader.span(block)));
}

/** `rest` is what stands behind the block, in the names around it. */
function statements(
  reader: Reader,
  list: readonly acorn.Statement[],
  outer: Names,
  rest: Rest,
): ArrowExpression {
  const [first] = list;
  return first ? reader.deeper(first, () => sequence(reader, list, outer, rest)) : rest();
}

function sequence(
  reader: Reader,
  list: readonly acorn.Statement[],
  outer: Names,
  rest: Rest,
): ArrowExpression {
  let names = withFunctions(list, outer);
  const bindings: LetBinding[] = [];
  for (const [index, statement] of list.entries()) {
    const following: Rest = () => statements(reader, list.slice(index + 1), names, rest);
    switch (statement.type) {
      case "EmptyStatement":
      case "FunctionDeclaration":
        continue;
      case "ExpressionStatement":
        effect(reader, statement, names);
        continue;
      case "VariableDeclaration": {
        const bound = declared(reader, statement, names);
        names = bound.names;
        bindings.push(...bound.bindings);
        continue;
      }
      case "ReturnStatement": {
        const { argument } = statement;
        const value = argument ? reader.expression(argument, names) : undefinedAt(reader.span(statement));
        return letting(bindings, value);
      }
      case "BlockStatement":
        return letting(bindings, statements(reader, statement.body, names, following));
      case "IfStatement":
        return letting(bindings, choice(reader, statement, names, following));
      case "SwitchStatement": {
        const within = names;
        const read = (part: readonly acorn.Statement[]): ArrowExpression =>
          statements(reader, part, within, following);
        return letting(bindings, switchChoice(reader, statement, names, read));
      }
      default: {
        const [reason, instead] = refusals[statement.type] ?? fallback;
        return reader.refuse(statement, reason, instead);
      }
    }
  }
  return letting(bindings, rest());
}

/** Functions are known in the whole block, also above the place where they stand. */
function withFunctions(list: readonly acorn.Statement[], outer: Names): Names {
  const declarations = list.filter((one) => one.type === "FunctionDeclaration");
  if (declarations.length === 0) return outer;
  const names = new Map(outer);
  for (const node of declarations) {
    names.set(node.id.name, { kind: "function", inner: { node, names } });
  }
  return names;
}

function choice(reader: Reader, node: acorn.IfStatement, names: Names, rest: Rest): ArrowExpression {
  const test = reader.expression(node.test, names);
  const span = reader.span(node);
  const branch = (one: acorn.Statement | null | undefined) => (): ArrowExpression =>
    statements(reader, one ? [one] : [], names, rest);
  const [consequent = undefinedAt(span), alternate = undefinedAt(span)] = branches(
    names,
    branch(node.consequent),
    branch(node.alternate),
  );
  return { kind: "conditional", test, consequent, alternate, span };
}

/** A statement of its own does nothing in an expression; only what tools put there is passed over. */
function effect(reader: Reader, { expression, directive }: ExpressionStatement, names: Names): void {
  if (directive !== undefined || isCounter(expression)) return;
  const plain = withoutArtefacts(expression, names);
  if (plain !== expression && innerFunction(plain, names)) return;
  const changes =
    expression.type === "AssignmentExpression" ||
    expression.type === "UpdateExpression" ||
    (expression.type === "CallExpression" && expression.callee.type === "MemberExpression");
  const reason = changes ? "It changes something; an expression only yields a value." : "It has no effect.";
  reader.refuse(expression, reason, "Use `const` and `return`.");
}

type ExpressionStatement = Pick<acorn.ExpressionStatement, "expression"> & { readonly directive?: string };

function declared(
  reader: Reader,
  node: acorn.VariableDeclaration,
  outer: Names,
): { names: Names; bindings: readonly LetBinding[] } {
  let names = outer;
  const bindings: LetBinding[] = [];
  for (const { id, init } of node.declarations) {
    if (!init) {
      if (id.type === "Identifier") names = withName(names, id.name, { kind: "temporary", slot: {} });
      continue;
    }
    if (node.kind === "var") {
      reader.refuse(node, "`var` belongs to the whole function; compilers write it for old targets.", es5);
    }
    const inner = innerFunction(init, names);
    if (inner && id.type === "Identifier") {
      names = withName(names, id.name, { kind: "function", inner });
      continue;
    }
    const bound = bindConstant(reader, id, reader.expression(init, names), names);
    names = bound.names;
    bindings.push(...bound.bindings);
  }
  return { names, bindings };
}

const es5 = "Use `const`; where a compiler wrote it, set its target to ES2017 or later.";

const fallback = ["An expression has no such statement.", "Use `const`, `if` and `return`."] as const;

const loop = [
  "Expressions have no loops.",
  "Use `map`, `filter` or `reduce`; a loop of states is written with `.next(…)`.",
] as const;

const refusals: Readonly<Record<string, readonly [reason: string, instead: string]>> = {
  ForStatement: loop,
  ForInStatement: loop,
  ForOfStatement: loop,
  WhileStatement: loop,
  DoWhileStatement: loop,
  BreakStatement: ["Only the last statement of a `case` may be `break`.", "Use `return`."],
  ThrowStatement: ["An expression cannot throw.", "Use a Choice and a Fail state."],
  TryStatement: ["An expression cannot catch.", "Use `.catch` of the state."],
};
