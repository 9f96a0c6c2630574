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
import { recordOperand } from "./ledger.ts";
import { conditionFacts } from "./narrow.ts";
import { isInteger, leastOf } from "./number-facts.ts";
import { given } from "./place.ts";
import { mayBeMissing, orMissing } from "./presence.ts";
import { expectKinds, refuseIf } from "./refuse.ts";
import { nextScope, type Session } from "./session.ts";
import type { Result } from "./unwrap.ts";
import type { Place, Value } from "./value.ts";

/** `left operator right`. */
export function inferBinary(node: BinaryExpression, place: Place, session: Session): Result {
  if (node.operator === "and" || node.operator === "or") return inferLogical(node, place, session);
  // `a.b != null` asks whether it is there, as `$exists(a.b)` does.
  const asks = comparesWithNull(node);
  if (asks) session.ledger.asking += 1;
  const left = session.infer(node.left, place);
  const right = session.infer(node.right, place);
  if (asks) session.ledger.asking -= 1;
  if (comparing.has(node.operator)) {
    recordOperand(session.ledger, node.left, left.shape);
    recordOperand(session.ledger, node.right, right.shape);
  }
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

/** What holds of the one operand says something of the other. */
const comparing: ReadonlySet<string> = new Set(["=", "!=", "in", "<", "<=", ">", ">="]);

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
  const first = left.kind === "string" ? left.value : undefined;
  const second = right.kind === "string" ? right.value : undefined;
  if (first !== undefined && second !== undefined && first.length + second.length < 200)
    return stringShape({ value: first + second });
  const maxLength = mostCharacters(left) + mostCharacters(right);
  return Number.isFinite(maxLength) ? stringShape({ maxLength }) : stringShape();
}

/** How long a value can be as a part of a text; nothing at all is the empty text. */
function mostCharacters(shape: Shape): number {
  if (shape.kind !== "union") return charactersOf(shape);
  return shape.members.reduce((most, member) => Math.max(most, charactersOf(member)), 0);
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
  const wrong = expectKinds(first, numbers, { node: left, code: "T2001", what: operator, place }, session);
  const other = expectKinds(second, numbers, { node: right, code: "T2002", what: operator, place }, session);
  if (wrong || other) return unknownValue;
  const result = numberOf(operator, first.shape, second.shape);
  return { shape: missingIf(first.shape, second.shape, result) };
}

function numberOf(operator: string, left: Shape, right: Shape): Shape {
  if (operator === "/") return numberShape();
  const integers = isInteger(left) && isInteger(right);
  if (operator === "-") return integers ? wholeNumber : numberShape();
  const nonNegative = leastOf(left) >= 0 && (operator === "%" || leastOf(right) >= 0);
  if (nonNegative) return integers ? count : nonNegativeNumber;
  return integers ? wholeNumber : numberShape();
}

const numbers: readonly Shape["kind"][] = ["number"];
const wholeNumber = numberShape({ integer: true });
const nonNegativeNumber = numberShape({ minimum: 0 });
const count = numberShape({ integer: true, minimum: 0 });

/** `result`, or missing where one of two operands may be. */
function missingIf(left: Shape, right: Shape, result: Shape): Shape {
  if (isNothing(left) || isNothing(right)) return missingShape;
  return mayBeMissing(left) || mayBeMissing(right) ? orMissing(result) : result;
}

function isNothing({ kind }: Shape): boolean {
  return kind === "missing" || kind === "never";
}

function inferOrder(
  judged: BinaryExpression,
  first: Value,
  second: Value,
  place: Place,
  session: Session,
): Value {
  const { operator: what, left, right } = judged;
  const wrong = expectKinds(first, ordered, { node: left, code: "T2010", what, place }, session);
  const also = expectKinds(second, ordered, { node: right, code: "T2010", what, place }, session);
  if (wrong || also) return unknownValue;
  const one = comparableKinds(first);
  const other = comparableKinds(second);
  if (one !== undefined && other !== undefined && one.kind !== "never" && other.kind !== "never") {
    const sure = !mayBeMissing(first.shape) && !mayBeMissing(second.shape);
    const expected = () => (one.kind === "number" ? "a number" : "a string");
    const refusal = { expected, found: second.shape, sure };
    if (
      refuseIf(isDisjoint(one, other), refusal, { node: right, code: "T2009", what, place, judged }, session)
    )
      return unknownValue;
  }
  return { shape: missingIf(first.shape, second.shape, booleanShape()) };
}

const ordered: readonly Shape["kind"][] = ["number", "string"];

/** Numbers and strings of a shape as whole kinds; nothing where it is not known. */
function comparableKinds({ shape, callable }: Value): Shape | undefined {
  if (callable !== undefined || shape.kind === "unknown") return undefined;
  if (shape.kind === "number") return numberShape();
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
  const wrong = expectKinds(first, numbers, { node: left, code: "T2003", what: "..", place }, session);
  const other = expectKinds(second, numbers, { node: right, code: "T2004", what: "..", place }, session);
  if (wrong || other) return unknownValue;
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
  if (expectKinds(value, numbers, { node: operand, code: "D1002", what: "-", place }, session))
    return unknownValue;
  const only = onlyNumber(value.shape);
  const integer = isInteger(value.shape);
  const result = numberShape(only === undefined ? { ...(integer && { integer: true }) } : { value: -only });
  return { shape: missingIf(value.shape, value.shape, result) };
}
