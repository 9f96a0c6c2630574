import type { Span } from "@statewright/diagnostics";
import type { BinaryExpression, JsonataExpression } from "@statewright/expressions";
import { booleanShape, nullShape, numberShape, type Shape, stringShape } from "@statewright/json-types";
import { mirrored, type Ordering, ordered } from "./ordering.ts";
import { type Place, placeOf } from "./place.ts";
import { equalTo, orderedTo, type Relation } from "./relation.ts";
import { differs, equals, exists, hasType, truth, type ValueTest } from "./value-test.ts";

/** A condition as far as it says something about a place. */
export type Condition =
  | PlaceTest
  | PlaceRelation
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly operand: Condition }
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "opaque" };

export interface PlaceTest {
  readonly kind: "test";
  readonly place: Place;
  readonly test: ValueTest;
  /** The place as it is written. */
  readonly text: string;
  /** Where the expression that reads it stands. */
  readonly span?: Span;
}

/** A comparison of what is at two places. */
export interface PlaceRelation {
  readonly kind: "relation";
  readonly left: Place;
  readonly right: Place;
  /** As each side sees it. */
  readonly ofLeft: Relation;
  readonly ofRight: Relation;
  /** Both places as they are written, and what is asked of the left one. */
  readonly text: string;
  readonly rightText: string;
  readonly asks: string;
  /** Where the expression stands that reads the left one. */
  readonly span?: Span;
  /** It yields nothing at all where there is nothing. */
  readonly mayBeMissing: boolean;
}

const opaque: Condition = { kind: "opaque" };
/** Conditions nested deeper say nothing. */
const deepest = 200;

/** Reads a JSONata condition. What it does not understand is opaque: it may hold or not. */
export function conditionOf(expression: JsonataExpression): Condition {
  return read(expression, 0);
}

function read(expression: JsonataExpression, depth: number): Condition {
  if (depth > deepest) return opaque;
  switch (expression.kind) {
    case "boolean":
      return { kind: "constant", value: expression.value };
    case "block": {
      const [only] = expression.expressions;
      return only && expression.expressions.length === 1 ? read(only, depth + 1) : opaque;
    }
    case "binary":
      return readBinary(expression, depth);
    case "call":
      return readCall(expression.callee, expression.arguments, depth);
    default:
      return testOf(expression, truth);
  }
}

function readBinary(binary: BinaryExpression, depth: number): Condition {
  const { operator, left, right } = binary;
  switch (operator) {
    case "and":
    case "or":
      return { kind: operator, left: read(left, depth + 1), right: read(right, depth + 1) };
    case "=":
      return readEquality(left, right, depth) ?? readEquality(right, left, depth) ?? readRelation(binary);
    case "!=":
      return readDifference(left, right);
    case "in":
      return readMembership(left, right);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return (
        readOrder(left, operator, right) ?? readOrder(right, mirrored[operator], left) ?? readRelation(binary)
      );
    default:
      return opaque;
  }
}

function readEquality(
  side: JsonataExpression,
  value: JsonataExpression,
  depth: number,
): Condition | undefined {
  const literal = literalOf(value);
  if (literal === undefined) return undefined;
  const typed = literal.kind === "string" ? argumentOf(side, "type") : undefined;
  if (typed !== undefined && literal.kind === "string") return testOf(typed, hasType(literal.value ?? ""));
  if (literal.kind !== "boolean" || !isBoolean(side)) return testOf(side, equals([literal]));
  const inner = read(side, depth + 1);
  return literal.value ? inner : { kind: "not", operand: inner };
}

/** Whether an expression yields true or false whatever there is. */
function isBoolean(expression: JsonataExpression): boolean {
  if (expression.kind === "binary") return ["=", "!=", "in", "and", "or"].includes(expression.operator);
  return argumentOf(expression, "exists") !== undefined;
}

function readDifference(left: JsonataExpression, right: JsonataExpression): Condition {
  const [side, literal] = literalOf(right) ? [left, literalOf(right)] : [right, literalOf(left)];
  if (literal === undefined) return opaque;
  const typed = literal.kind === "string" ? argumentOf(side, "type") : undefined;
  // `$type` of nothing is nothing, and that is unequal to nothing (R-JA-17).
  if (typed !== undefined) return opaque;
  return testOf(side, differs(literal));
}

function readOrder(
  side: JsonataExpression,
  operator: Ordering,
  limit: JsonataExpression,
): Condition | undefined {
  const literal = literalOf(limit);
  return literal?.kind === "number" || literal?.kind === "string"
    ? testOf(side, ordered(operator, literal, "fails"))
    : undefined;
}

/** `a = b`, `a < b`. */
function readRelation({ operator, left, right }: BinaryExpression): Condition {
  const places = [placeOf(left), placeOf(right)];
  const [one, other] = places;
  if (one === undefined || other === undefined) return opaque;
  const isOrder = Object.hasOwn(mirrored, operator);
  const order = operator as Ordering;
  const relation = (as: Ordering) => (isOrder ? orderedTo(as, ["number", "string"], "fails") : equalTo());
  return {
    kind: "relation",
    left: one,
    right: other,
    ofLeft: relation(order),
    ofRight: relation(isOrder ? mirrored[order] : order),
    text: placeText(one),
    rightText: placeText(other),
    asks: `${operator} \`${placeText(other)}\``,
    span: left.span,
    mayBeMissing: isOrder,
  };
}

function readMembership(read: JsonataExpression, list: JsonataExpression): Condition {
  const items = list.kind === "array" ? list.items : [list];
  const typed = argumentOf(read, "type");
  if (typed !== undefined) return typesIn(typed, items);
  const literals = items.map(literalOf);
  return literals.every((literal) => literal !== undefined) ? testOf(read, equals(literals)) : opaque;
}

/** `$type(x) in ['string', 'number']`. */
function typesIn(typed: JsonataExpression, names: readonly JsonataExpression[]): Condition {
  const texts = names.flatMap((name) => (name.kind === "string" ? [name.value] : []));
  return texts.length === names.length ? testOf(typed, hasType(...texts)) : opaque;
}

function readCall(callee: JsonataExpression, given: readonly JsonataExpression[], depth: number): Condition {
  const [only] = given;
  if (callee.kind !== "variable" || only === undefined || given.length !== 1) return opaque;
  if (callee.name === "exists") return testOf(only, exists);
  if (callee.name === "not") return { kind: "not", operand: read(only, depth + 1) };
  return callee.name === "boolean" ? read(only, depth + 1) : opaque;
}

function argumentOf(expression: JsonataExpression, name: string): JsonataExpression | undefined {
  if (expression.kind !== "call" || expression.arguments.length !== 1) return undefined;
  const { callee } = expression;
  return callee.kind === "variable" && callee.name === name ? expression.arguments[0] : undefined;
}

function testOf(read: JsonataExpression, test: ValueTest): Condition {
  const place = placeOf(read);
  if (place === undefined) return opaque;
  return { kind: "test", place, test, text: placeText(place), span: read.span };
}

/** The value of a literal; a string with what a deployment tool fills in is never read (see expression texts). */
function literalOf(expression: JsonataExpression): Shape | undefined {
  switch (expression.kind) {
    case "string":
      return stringShape({ value: expression.value });
    case "number":
      return numberShape({ value: expression.value });
    case "boolean":
      return booleanShape(expression.value);
    case "null":
      return nullShape;
    case "negate":
      return expression.operand.kind === "number"
        ? numberShape({ value: -expression.operand.value })
        : undefined;
    default:
      return undefined;
  }
}

function placeText({ variable, fields }: Place): string {
  return [variable === undefined ? "$states.input" : `$${variable}`, ...fields].join(".");
}
