import {
  booleanShape,
  isDisjoint,
  membersOf,
  missingShape,
  numberShape,
  type Shape,
  stringShape,
  unionShape,
} from "@statewright/json-types";
import type { BinaryExpression, NegateExpression } from "../jsonata/operator-expression.ts";
import { unknownValue } from "./join-values.ts";
import { conditionFacts } from "./narrow.ts";
import { isInteger, leastOf } from "./number-facts.ts";
import { given } from "./place.ts";
import { mayBeMissing, present } from "./presence.ts";
import { expectKinds, refuseIf } from "./refuse.ts";
import { muted, nextScope, type Session } from "./session.ts";
import type { Result } from "./unwrap.ts";
import type { Place, Value } from "./value.ts";

/** `left operator right`. */
export function inferBinary(node: BinaryExpression, place: Place, session: Session): Result {
  if (node.operator === "and" || node.operator === "or") return inferLogical(node, place, session);
  // `a.b != null` asks whether it is there, as `$exists(a.b)` does.
  const asks = comparesWithNull(node);
  const left = asks ? muted(session, () => session.infer(node.left, place)) : session.infer(node.left, place);
  const right = asks
    ? muted(session, () => session.infer(node.right, place))
    : session.infer(node.right, place);
  switch (node.operator) {
    case "=":
    case "!=":
    case "in":
      return { shape: booleanShape() };
    case "&":
      return { shape: joinedText(left.shape, right.shape) };
    case "<":
    case "<=":
    case ">":
    case ">=":
      return inferOrder(node, left, right, place, session);
    case "..":
      return inferRange(node, left, right, place, session);
    default:
      return inferArithmetic(node, left, right, place, session);
  }
}

function comparesWithNull({ operator, left, right }: BinaryExpression): boolean {
  return (operator === "=" || operator === "!=") && (left.kind === "null" || right.kind === "null");
}

function inferLogical(node: BinaryExpression, place: Place, session: Session): Value {
  session.infer(node.left, place);
  const facts = conditionFacts(node.left, node.operator === "and", place, session);
  if (facts !== undefined) session.infer(node.right, given(place, nextScope(session), facts));
  return { shape: booleanShape() };
}

function joinedText(left: Shape, right: Shape): Shape {
  const texts = [left, right].map((shape) => (shape.kind === "string" ? shape.value : undefined));
  const [first, second] = texts;
  if (first !== undefined && second !== undefined && first.length + second.length < 200)
    return stringShape({ value: first + second });
  const maxLength = mostCharacters(left) + mostCharacters(right);
  return Number.isFinite(maxLength) ? stringShape({ maxLength }) : stringShape();
}

/** How long a value can be as a part of a text; nothing at all is the empty text. */
function mostCharacters(shape: Shape): number {
  return membersOf(shape).reduce((most, member) => Math.max(most, charactersOf(member)), 0);
}

function charactersOf(shape: Shape): number {
  switch (shape.kind) {
    case "missing":
    case "never":
      return 0;
    case "string":
      return shape.value?.length ?? shape.maxLength ?? Number.POSITIVE_INFINITY;
    case "number":
      return 25;
    case "boolean":
    case "null":
      return 5;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

function inferArithmetic(
  { operator, left, right }: BinaryExpression,
  first: Value,
  second: Value,
  place: Place,
  session: Session,
): Value {
  const wrong = [
    expectKinds(first, ["number"], { node: left, code: "T2001", what: operator, place }, session),
    expectKinds(second, ["number"], { node: right, code: "T2002", what: operator, place }, session),
  ];
  if (wrong.includes(true)) return unknownValue;
  const result = numberOf(operator, first.shape, second.shape);
  return { shape: missingIf([first.shape, second.shape], result) };
}

function numberOf(operator: string, left: Shape, right: Shape): Shape {
  const integers = [left, right].every(isInteger);
  const nonNegative = [left, right].every((shape) => leastOf(shape) >= 0);
  switch (operator) {
    case "+":
    case "*":
      return numberShape({ ...(integers && { integer: true }), ...(nonNegative && { minimum: 0 }) });
    case "-":
      return numberShape({ ...(integers && { integer: true }) });
    case "%":
      return numberShape({ ...(integers && { integer: true }), ...(leastOf(left) >= 0 && { minimum: 0 }) });
    default:
      return numberShape();
  }
}

/** `result`, or missing where one of `shapes` may be. */
export function missingIf(shapes: readonly Shape[], result: Shape): Shape {
  if (shapes.some((shape) => present(shape).kind === "never")) return missingShape;
  return shapes.some(mayBeMissing) ? unionShape(result, missingShape) : result;
}

function inferOrder(
  judged: BinaryExpression,
  first: Value,
  second: Value,
  place: Place,
  session: Session,
): Value {
  const { operator: what, left, right } = judged;
  const kinds = ["number", "string"] as const;
  const wrong = [
    expectKinds(first, kinds, { node: left, code: "T2010", what, place }, session),
    expectKinds(second, kinds, { node: right, code: "T2010", what, place }, session),
  ];
  if (wrong.includes(true)) return unknownValue;
  const comparable = [first, second].map(({ shape, callable }) =>
    callable === undefined && shape.kind !== "unknown" ? comparableKinds(shape) : undefined,
  );
  const [one, other] = comparable;
  if (one !== undefined && other !== undefined && one.kind !== "never" && other.kind !== "never") {
    const sure = !mayBeMissing(first.shape) && !mayBeMissing(second.shape);
    const expected = () => (one.kind === "number" ? "a number" : "a string");
    const refusal = { expected, found: second.shape, sure };
    if (
      refuseIf(isDisjoint(one, other), refusal, { node: right, code: "T2009", what, place, judged }, session)
    )
      return unknownValue;
  }
  return { shape: missingIf([first.shape, second.shape], booleanShape()) };
}

/** Numbers and strings of a shape as whole kinds. */
function comparableKinds(shape: Shape): Shape {
  return unionShape(
    ...membersOf(shape).map((member): Shape => {
      if (member.kind === "number") return numberShape();
      return member.kind === "string" ? stringShape() : { kind: "never" };
    }),
  );
}

function inferRange(
  { left, right }: BinaryExpression,
  first: Value,
  second: Value,
  place: Place,
  session: Session,
): Result {
  const wrong = [
    expectKinds(first, ["number"], { node: left, code: "T2003", what: "..", place }, session),
    expectKinds(second, ["number"], { node: right, code: "T2004", what: "..", place }, session),
  ];
  if (wrong.includes(true)) return unknownValue;
  const [from, to] = [first.shape, second.shape].map(onlyNumber);
  const least = Number.isFinite(leastOf(first.shape)) ? { minimum: leastOf(first.shape) } : {};
  const element = numberShape({ integer: true, ...least });
  if (from !== undefined && to !== undefined) {
    const count = Math.max(to - from + 1, 0);
    return { element, least: count, most: count };
  }
  return { element, least: 0, most: Number.POSITIVE_INFINITY };
}

function onlyNumber(shape: Shape): number | undefined {
  return shape.kind === "number" ? shape.value : undefined;
}

/** `-operand`. */
export function inferNegate({ operand }: NegateExpression, place: Place, session: Session): Value {
  const value = session.infer(operand, place);
  if (expectKinds(value, ["number"], { node: operand, code: "D1002", what: "-", place }, session))
    return unknownValue;
  const only = onlyNumber(value.shape);
  const integer = isInteger(value.shape);
  const result = numberShape(only === undefined ? { ...(integer && { integer: true }) } : { value: -only });
  return { shape: missingIf([value.shape], result) };
}
