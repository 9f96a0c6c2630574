import type { JsonataExpression } from "../expression.ts";
import type { Pair } from "../operator-expression.ts";
import type { PathExpression, PathStep, PostfixExpression } from "../path-expression.ts";
import { printName } from "./print-literal.ts";
import { after, before, closed, type Printed, powers } from "./printed.ts";

type Print = (node: JsonataExpression) => Printed;

/** `a.b[0]{…}`. */
export function printPath(node: PathExpression, print: Print): Printed {
  const keepAt = keepPosition(node);
  let printed = closed("");
  for (const [index, step] of node.steps.entries()) {
    printed = index === 0 ? firstStep(node, step, print) : laterStep(printed, step, print);
    printed = decorated(printed, step, node, index, keepAt, print);
  }
  if (node.group) {
    const text = before(printed, powers.group).text + printPairs(node.group, print);
    printed = { ...closed(text), left: Math.min(printed.left, powers.group) };
  }
  return keepAt === "group" ? ending(printed, "[]") : printed;
}

/** Where the `[]` of the path as a whole is written; the first name's own `[]` means the path too. */
function keepPosition(node: PathExpression): number | "group" | undefined {
  const first = node.steps[0];
  if (!node.keepArray || (first?.keepArray && first.node.kind === "name")) return undefined;
  const sort = node.steps.findIndex((step) => step.node.kind === "sort");
  if (sort !== -1) return sort;
  if (first?.index !== undefined || first?.stages.some((stage) => stage.kind === "index")) return 0;
  return node.group ? "group" : node.steps.length - 1;
}

function firstStep(path: PathExpression, { node, stages, index }: PathStep, print: Print): Printed {
  if (node.kind === "name") return closed(printName(node.name));
  if (node.kind === "sort") return closed(printSort(node.terms, print));
  const printed = print(node);
  if (stages.length > 0 || index !== undefined) return before(printed, powers.postfix);
  return before(printed, path.steps[1]?.node.kind === "sort" ? powers.sort : powers.dot);
}

function laterStep(path: Printed, { node }: PathStep, print: Print): Printed {
  if (node.kind === "sort") {
    const left = before(path, powers.sort);
    return {
      ...closed(left.text + printSort(node.terms, print)),
      left: Math.min(left.left, powers.sort),
      noSlash: true,
    };
  }
  const left = before(path, powers.dot);
  const step = node.kind === "name" ? closed(printName(node.name)) : after(print(node), powers.dot);
  return {
    ...step,
    text: `${left.text}.${step.text}`,
    left: Math.min(left.left, powers.dot),
    right: Math.min(step.right, powers.dot),
  };
}

/** What stands behind a step: `[]`, `@$v`, `#$i` and predicates. */
function decorated(
  step: Printed,
  { keepArray, focus, index, stages, node }: PathStep,
  path: PathExpression,
  position: number,
  keepAt: number | "group" | undefined,
  print: Print,
): Printed {
  let printed = step;
  const late = keepArray && focus !== undefined && position === 0 && !path.keepSingleton;
  const atSort = keepAt === position && node.kind === "sort";
  if ((keepArray && !late) || atSort) printed = ending(printed, "[]");
  if (focus !== undefined) printed = ending(printed, `@$${focus}`);
  if (late) printed = ending(printed, "[]");
  if (index !== undefined) printed = ending(printed, `#$${index}`);
  let keep = keepAt === position && !atSort;
  if (keep && (index !== undefined || stages.every((stage) => stage.kind !== "index"))) {
    printed = ending(printed, "[]");
    keep = false;
  }
  for (const stage of stages) {
    printed = ending(
      printed,
      stage.kind === "filter" ? `[${print(stage.predicate).text}]` : `#$${stage.name}`,
    );
    if (keep && stage.kind === "index") {
      printed = ending(printed, "[]");
      keep = false;
    }
  }
  return printed;
}

function ending(printed: Printed, suffix: string): Printed {
  return {
    text: printed.text + suffix,
    left: Math.min(printed.left, powers.postfix),
    right: printed.right >= powers.dot ? printed.right : Number.POSITIVE_INFINITY,
    ...(suffix === "[]" && { noSlash: true }),
  };
}

function printSort(
  terms: readonly { expression: JsonataExpression; descending: boolean }[],
  print: Print,
): string {
  return `^(${terms.map((term) => (term.descending ? ">" : "") + print(term.expression).text).join(", ")})`;
}

/** `operand[predicate]{…}[]`. */
export function printPostfix(node: PostfixExpression, print: Print): Printed {
  const { operand, predicates, group, keepArray } = node;
  const inner = print(operand);
  // The minus of a number stays outside of what follows it, and means the same there.
  const onNumber = operand.kind === "number" && operand.value < 0;
  const start = onNumber
    ? inner
    : before(inner, predicates.length > 0 || keepArray ? powers.postfix : powers.group);
  const brackets =
    predicates.map((predicate) => `[${print(predicate).text}]`).join("") + (keepArray ? "[]" : "");
  const text = start.text + brackets + (group ? printPairs(group, print) : "");
  const left = Math.min(start.left, group ? powers.group : powers.postfix);
  return { ...closed(text), left, ...(keepArray && !group && { noSlash: true }) };
}

/** `{'key': value}`. */
export function printPairs(pairs: readonly Pair[], print: Print): string {
  const printed = pairs.map(({ key, value }) => {
    const name = print(key);
    return `${name.openCondition ? `(${name.text})` : name.text}: ${print(value).text}`;
  });
  return `{${printed.join(", ")}}`;
}
