import type { Span } from "@statewright/diagnostics";
import type { BinaryExpression, JsonataExpression } from "@statewright/expressions";
import { booleanShape, nullShape, numberShape, type Shape, stringShape } from "@statewright/json-types";
import { type Place, placeOf } from "./place.ts";
import { differs, equals, exists, hasType, ordered, truth, type ValueTest } from "./value-test.ts";

/** A condition as far as it says something about a place. */
export type Condition =
  | PlaceTest
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

function readBinary({ operator, left, right }: BinaryExpression, depth: number): Condition {
  switch (operator) {
    case "and":
    case "or":
      return { kind: operator, left: read(left, depth + 1), right: read(right, depth + 1) };
    case "=":
      return readEquality(left, right) ?? readEquality(right, left) ?? opaque;
    case "!=": {
      const [read, literal] = literalOf(right) ? [left, literalOf(right)] : [right, literalOf(left)];
      return literal ? testOf(read, differs(literal)) : opaque;
    }
    case "in":
      return readMembership(left, right);
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const [read, literal] = literalOf(right) ? [left, literalOf(right)] : [right, literalOf(left)];
      return literal?.kind === "number" || literal?.kind === "string"
        ? testOf(read, ordered(literal))
        : opaque;
    }
    default:
      return opaque;
  }
}

function readEquality(read: JsonataExpression, value: JsonataExpression): Condition | undefined {
  const literal = literalOf(value);
  if (literal === undefined) return undefined;
  const typed = literal.kind === "string" ? argumentOf(read, "type") : undefined;
  if (typed !== undefined && literal.kind === "string") return testOf(typed, hasType(literal.value ?? ""));
  return testOf(read, equals([literal]));
}

function readMembership(read: JsonataExpression, list: JsonataExpression): Condition {
  const items = list.kind === "array" ? list.items : [list];
  const literals = items.map(literalOf);
  return literals.every((literal) => literal !== undefined) ? testOf(read, equals(literals)) : opaque;
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
    default:
      return undefined;
  }
}

function placeText({ variable, fields }: Place): string {
  return [variable === undefined ? "$states.input" : `$${variable}`, ...fields].join(".");
}
