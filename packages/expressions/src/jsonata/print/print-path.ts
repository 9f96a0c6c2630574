import type { JsonataExpression } from "../expression.ts";
import type { Pair } from "../operator-expression.ts";
import type { PathExpression, PathStep, PostfixExpression } from "../path-expression.ts";
import type { Print } from "./layout.ts";
import { isTemplate, printName, printString } from "./print-literal.ts";
import { after, before, closed, type Printed, powers } from "./printed.ts";

/** `a.b[0]{…}`. */
export function printPath(node: PathExpression, print: Print): Printed {
  const keepAt = keepPosition(node);
  let { group } = node;
  let printed = closed("");
  const addGroup = (pairs: readonly Pair[]): void => {
    const text = grouped(before(printed, powers.group).text, pairs, print);
    printed = { ...closed(text), left: Math.min(printed.left, powers.group) };
    group = undefined;
  };
  for (const [index, written] of node.steps.entries()) {
    const step = index === 0 ? inWrittenOrder(written) : written;
    printed = index === 0 ? firstStep(node, step, print) : laterStep(printed, step, print);
    const decoration = decorated(closed(""), step, node, index, keepAt, print);
    const following = decoration.text === "" ? powerBefore(node.steps[index + 1]) : powers.dot;
    // A step such as `-a` would take what follows for itself; the grouping, written here, closes it.
    if (group && printed.right < following) addGroup(group);
    printed = decorated(printed, step, node, index, keepAt, print);
  }
  if (group) addGroup(group);
  return keepAt === "group" ? ending(printed, "[]") : printed;
}

/** How tight what comes before a step is bound. */
function powerBefore(step: PathStep | undefined): number {
  if (!step) return 0;
  return step.node.kind === "sort" ? powers.sort : powers.dot;
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

/**
 * What stands behind the first step, in an order in which it can be written: a variable before the predicates,
 * predicates before a grouping.
 */
function inWrittenOrder(step: PathStep): PathStep {
  const { node, focus, stages } = step;
  if (node.kind !== "postfix") return step;
  if (focus !== undefined && node.predicates.length > 0) {
    const predicates = node.predicates.map(
      (predicate) => ({ kind: "filter", predicate, span: predicate.span }) as const,
    );
    return { ...step, node: { ...node, predicates: [] }, stages: [...predicates, ...stages] };
  }
  if (!node.group || step.index !== undefined) return step;
  const end = stages.findIndex((stage) => stage.kind === "index");
  const filters = stages.slice(0, end === -1 ? stages.length : end);
  const predicates = filters.flatMap((stage) => (stage.kind === "filter" ? [stage.predicate] : []));
  return {
    ...step,
    node: { ...node, predicates: [...node.predicates, ...predicates] },
    stages: stages.slice(filters.length),
  };
}

function firstStep(path: PathExpression, step: PathStep, print: Print): Printed {
  const { node, stages, index } = step;
  // Only on a string does a first `[]` not mean the whole path too.
  const asString = step.keepArray && !path.keepArray;
  if (node.kind === "name") {
    // A text that begins a path is no field in every place, and `$.` before it changes nothing: only a predicate
    // on a field of a context that is missing itself, which JSONata asks for nothing at all, is not asked then.
    if (print.safe && isTemplate(node.name)) return closed(`$.${printName(node.name, true)}`);
    return closed(asString ? printString(node.name) : printName(node.name));
  }
  if (node.kind === "sort") return closed(printSort(node.terms, print));
  const printed = print(node);
  // The minus of a number stays outside of what follows it, and means the same there.
  const decorated = stages.length > 0 || index !== undefined || step.keepArray || step.focus !== undefined;
  if (node.kind === "number" && decorated) return { ...printed, right: Number.POSITIVE_INFINITY };
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
  const step =
    node.kind === "name" ? closed(printName(node.name, print.safe)) : after(print(node), powers.dot);
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
  return print.enclosed("^(", ")", terms.length, (index) => {
    const term = terms[index];
    return term ? (term.descending ? ">" : "") + print(term.expression).text : "";
  });
}

/** `operand[predicate]{…}[]`. */
export function printPostfix(node: PostfixExpression, print: Print): Printed {
  const { operand, predicates, group, keepArray } = node;
  const inner = asString(operand, print) ?? print(operand);
  // The minus of a number stays outside of what follows it, and means the same there.
  const onNumber = operand.kind === "number" && operand.value < 0;
  const bracketsFirst = predicates.length > 0 || !group;
  const start = onNumber ? inner : before(inner, bracketsFirst ? powers.postfix : powers.group);
  const filters = predicates.map((predicate) => `[${print(predicate).text}]`).join("");
  // Before the predicates, `[]` leaves a slash after them what it is.
  const keep = keepArray ? "[]" : "";
  const ends = keepArray && predicates.length === 0;
  const brackets = ends ? "" : keep + filters;
  const operandText = start.text + brackets;
  const text = (group ? grouped(operandText, group, print) : operandText) + (ends ? keep : "");
  const left = Math.min(start.left, group ? powers.group : powers.postfix);
  return { ...closed(text), left, ...(ends && { noSlash: true }) };
}

/** Of fields, only one that was written as a string can stand here: others take what follows as their own. */
function asString(operand: JsonataExpression, print: Print): Printed | undefined {
  const field = operand.kind === "path" ? operand.steps[0]?.node : undefined;
  return field?.kind === "name" ? closed(printString(field.name, print.safe)) : undefined;
}

/** `{'key': value}`. */
export function printPairs(pairs: readonly Pair[], print: Print): string {
  return print.enclosed("{", "}", pairs.length, (index) => {
    const pair = pairs[index];
    if (!pair) return "";
    const name = print(pair.key);
    return `${name.openCondition ? `(${name.text})` : name.text}: ${print(pair.value).text}`;
  });
}

/** A grouping behind what it groups. `$ {` is two words as well, but no deployment tool's. */
function grouped(text: string, pairs: readonly Pair[], print: Print): string {
  return `${text}${print.safe && /[$%]$/.test(text) ? " " : ""}${printPairs(pairs, print)}`;
}
