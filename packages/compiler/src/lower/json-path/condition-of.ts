import type { ArrowExpression, BinaryExpression, CallExpression } from "../../ir/arrow.ts";
import { inlinedCall } from "../expression/emit/reusable.ts";
import { kinds, kindsOf } from "../expression/value/index.ts";
import { compared, itemCount } from "./comparison.ts";
import { both, type Condition, comparison, either, isPresent, known, not } from "./condition.ts";
import { equalTo, isNull, isUndefined, ofType, whereThere } from "./equality.ts";
import type { Locals, PathSession } from "./path-session.ts";
import { child, type PathValue, pathText, type Reference, refusedValue } from "./path-value.ts";
import { bound, readValue } from "./read-value.ts";

/** Paths that are known to be there, from what was asked before. */
export type Present = ReadonlySet<string>;

/** What an answer to something refused is: either, as far as anybody knows. */
const refused: Condition = comparison("$", "IsPresent", true);

/** A test of an arrow as the data-test expression of a rule, or a refusal. */
export function conditionOf(
  node: ArrowExpression,
  session: PathSession,
  locals: Locals,
  present: Present,
): Condition {
  const inner = (part: ArrowExpression, also: readonly string[] = []): Condition =>
    conditionOf(part, session, locals, also.length === 0 ? present : new Set([...present, ...also]));
  switch (node.kind) {
    case "unary":
      if (node.operator === "!") return not(inner(node.operand));
      break;
    case "logical": {
      if (node.operator === "??") break;
      const left = inner(node.left);
      if (node.operator === "&&")
        return both(left, inner(node.right, left.kind === "test" ? left.present : []));
      return either(left, inner(node.right, left.kind === "test" ? left.presentIfNot : []));
    }
    case "conditional": {
      const test = inner(node.test);
      const yes = both(test, inner(node.consequent, test.kind === "test" ? test.present : []));
      return either(
        yes,
        both(not(test), inner(node.alternate, test.kind === "test" ? test.presentIfNot : [])),
      );
    }
    case "let":
      return conditionOf(node.body, session, bound(node, session, locals), present);
    case "binary":
      return binaryCondition(node, session, locals, present);
    case "call": {
      const inlined = inlinedCall(node, session.data);
      if (inlined) return conditionOf(inlined, session, locals, present);
      return callCondition(node, session, locals, present);
    }
    default:
      break;
  }
  return truthOf(node, readValue(node, session, locals), session, present);
}

/** Whether JavaScript takes a value for true. */
function truthOf(node: ArrowExpression, value: PathValue, session: PathSession, present: Present): Condition {
  if (value === refusedValue) return refused;
  if (value.kind === "constant") return known(Boolean(value.value));
  if (value.kind !== "reference") return notInData(node, session);
  const path = pathText(value);
  const possible = kindsOf(value.shape);
  if (possible === kinds.boolean) return whereThere(value, present, comparison(path, "BooleanEquals", true));
  const falsy = [
    ...((possible & kinds.null) !== 0 ? [comparison(path, "IsNull", true)] : []),
    ...((possible & kinds.boolean) !== 0 ? [comparison(path, "BooleanEquals", false)] : []),
    ...((possible & kinds.number) !== 0 ? [comparison(path, "NumericEquals", 0)] : []),
    ...((possible & kinds.string) !== 0 ? [comparison(path, "StringEquals", "")] : []),
  ];
  return whereThere(value, present, not(either(...falsy)));
}

function notInData(node: ArrowExpression, session: PathSession): Condition {
  session.refuse(
    node,
    "A Choice asks about what stands in the data, and calls no functions.",
    "Make the value in a state before (`.parameters(…)` of a Pass), or use JSONata for this state: `queryLanguage` is per state.",
  );
  return refused;
}

function binaryCondition(
  node: BinaryExpression,
  session: PathSession,
  locals: Locals,
  present: Present,
): Condition {
  const { operator, left, right } = node;
  const value = (part: ArrowExpression): PathValue => readValue(part, session, locals);
  switch (operator) {
    case "in": {
      const [name, object] = [value(left), value(right)];
      if (name.kind !== "constant" || typeof name.value !== "string" || object.kind !== "reference") {
        return notInData(node, session);
      }
      return isPresent(pathText({ ...object, steps: [...object.steps, child(name.value)] }));
    }
    case "===":
    case "==":
      return equality(node, session, value, present);
    case "!==":
    case "!=":
      return not(equality(node, session, value, present));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compared({ node, operator, left, right }, session, value, present) ?? notInData(node, session);
    default:
      return truthOf(node, value(node), session, present);
  }
}

function equality(
  node: BinaryExpression,
  session: PathSession,
  value: (part: ArrowExpression) => PathValue,
  present: Present,
): Condition {
  const { left, right } = node;
  const isLoose = node.operator === "==" || node.operator === "!=";
  if (left.kind === "unary" && left.operator === "typeof" && right.kind === "literal") {
    const operand = value(left.operand);
    if (operand === refusedValue) return refused;
    const answer = operand.kind === "reference" ? ofType(operand, String(right.value), present) : undefined;
    return answer ?? notInData(node, session);
  }
  const first = value(left);
  if (first === refusedValue) return refused;
  if (right.kind === "undefined") {
    return first.kind === "reference" ? isUndefined(first) : notInData(node, session);
  }
  const second = value(right);
  if (second === refusedValue) return refused;
  if (first.kind === "reference" && second.kind === "constant" && second.value === null) {
    return isLoose ? either(isUndefined(first), isNull(first, present)) : isNull(first, present);
  }
  const counted = itemCount("===", first, second);
  if (counted) return counted;
  if (isLoose) {
    session.refuse(node, "`==` compares values of different types in JavaScript.", "Write `===`.");
    return refused;
  }
  return equalTo(first, second, present) ?? notInData(node, session);
}

/** `startsWith` and its like, `includes` of a constant list, `Boolean`. */
function callCondition(
  node: CallExpression,
  session: PathSession,
  locals: Locals,
  present: Present,
): Condition {
  const [first, ...more] = node.arguments;
  if (!first || first.kind === "spread" || more.length > 0 || node.optional) {
    return truthOf(node, readValue(node, session, locals), session, present);
  }
  if (!node.receiver) {
    if (node.method === "Boolean") return conditionOf(first, session, locals, present);
    return truthOf(node, readValue(node, session, locals), session, present);
  }
  const pattern = Object.hasOwn(patterns, node.method) ? patterns[node.method] : undefined;
  const receiver = readValue(node.receiver, session, locals);
  if (receiver === refusedValue) return refused;
  if (node.method === "includes" && receiver.kind === "constant" && Array.isArray(receiver.value)) {
    const wanted = readValue(first, session, locals);
    const equals = receiver.value.map((item) => equalTo(wanted, { kind: "constant", value: item }, present));
    return equals.every((one) => one !== undefined) ? either(...equals) : notInData(node, session);
  }
  const isText = receiver.kind === "reference" && kindsOf(receiver.shape) === kinds.string;
  if (pattern && receiver.kind === "reference" && (isText || node.method !== "includes")) {
    const text = readValue(first, session, locals);
    if (text === refusedValue) return refused;
    if (text.kind !== "constant" || typeof text.value !== "string" || text.value.includes("${")) {
      session.refuse(node, "A Choice compares texts with constant patterns.");
      return refused;
    }
    return matched(receiver, pattern(text.value.replaceAll(/[*\\]/g, "\\$&")), present);
  }
  return truthOf(node, readValue(node, session, locals), session, present);
}

const patterns: Readonly<Record<string, (text: string) => string>> = {
  startsWith: (text) => `${text}*`,
  endsWith: (text) => `*${text}`,
  includes: (text) => `*${text}*`,
};

function matched(value: Reference, pattern: string, present: Present): Condition {
  return whereThere(value, present, comparison(pathText(value), "StringMatches", pattern));
}
