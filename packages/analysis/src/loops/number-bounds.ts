import type { JsonRecord, JsonValue } from "@statewright/asl";
import type { JsonataExpression } from "@statewright/expressions";
import { membersOf, type Shape } from "@statewright/json-types";
import { placeOfPath } from "../types/narrow/data-test.ts";
import { type Place, placeOf } from "../types/narrow/place.ts";

/** A comparison of the number at a place with another number, or several of them together. */
export type Comparison =
  | {
      readonly kind: "compare";
      readonly place: Place;
      readonly operator: "<" | "<=" | ">" | ">=" | "=";
      readonly value: number | Place;
    }
  | { readonly kind: "and" | "or"; readonly parts: readonly Comparison[] }
  | { readonly kind: "not"; readonly part: Comparison }
  | { readonly kind: "opaque" };

/** A limit of a number: it is below (or above) `value`, or with `inclusive` at most (at least). */
export interface NumberBound {
  readonly place: Place;
  readonly side: "most" | "least";
  readonly value: number;
  readonly inclusive: boolean;
}

const opaque: Comparison = { kind: "opaque" };
/** Conditions nested deeper say nothing. */
const deepest = 200;

/** Reads a JSONata condition; what it does not understand says nothing. */
export function comparisonOf(expression: JsonataExpression, depth = 0): Comparison {
  if (depth > deepest) return opaque;
  const inner = (one: JsonataExpression) => comparisonOf(one, depth + 1);
  if (expression.kind === "block") {
    const [only] = expression.expressions;
    return only && expression.expressions.length === 1 ? inner(only) : opaque;
  }
  if (expression.kind === "call") {
    const { callee, arguments: given } = expression;
    const [only] = given;
    if (callee.kind !== "variable" || only === undefined || given.length !== 1) return opaque;
    if (callee.name === "not") return { kind: "not", part: inner(only) };
    return callee.name === "boolean" ? inner(only) : opaque;
  }
  if (expression.kind !== "binary") return opaque;
  const { operator, left, right } = expression;
  if (operator === "and" || operator === "or") return { kind: operator, parts: [inner(left), inner(right)] };
  if (!isComparing(operator)) return opaque;
  const place = placeOf(left);
  const value = numberIn(right) ?? placeOf(right);
  if (place !== undefined && value !== undefined) return { kind: "compare", place, operator, value };
  const literal = numberIn(left);
  const other = placeOf(right);
  if (literal === undefined || other === undefined) return opaque;
  return { kind: "compare", place: other, operator: mirrored[operator], value: literal };
}

const mirrored = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=" } as const;

function isComparing(operator: string): operator is keyof typeof mirrored {
  return Object.hasOwn(mirrored, operator);
}

/** A number as it is written, with its sign. */
export function numberIn(expression: JsonataExpression): number | undefined {
  if (expression.kind === "number") return expression.value;
  return expression.kind === "negate" && expression.operand.kind === "number"
    ? -expression.operand.value
    : undefined;
}

const operators: readonly (readonly [string, keyof typeof mirrored])[] = [
  ["NumericLessThan", "<"],
  ["NumericLessThanEquals", "<="],
  ["NumericGreaterThan", ">"],
  ["NumericGreaterThanEquals", ">="],
  ["NumericEquals", "="],
];

/** Reads the data-test expression of a JSONPath rule. */
export function comparisonOfTest(test: JsonValue | undefined, inputIsRaw: boolean, depth = 0): Comparison {
  if (typeof test !== "object" || test === null || Array.isArray(test) || depth > deepest) return opaque;
  const record = test as JsonRecord;
  const inner = (one: JsonValue) => comparisonOfTest(one, inputIsRaw, depth + 1);
  if (Object.hasOwn(record, "Not")) return { kind: "not", part: inner(record.Not ?? null) };
  for (const [name, kind] of [["And", "and"] as const, ["Or", "or"] as const]) {
    const list = Object.hasOwn(record, name) ? record[name] : undefined;
    if (Array.isArray(list)) return { kind, parts: list.map(inner) };
  }
  const text = Object.hasOwn(record, "Variable") ? record.Variable : undefined;
  const place = typeof text === "string" ? placeOfPath(text, inputIsRaw) : undefined;
  if (place === undefined) return opaque;
  for (const [name, operator] of operators) {
    const given = Object.hasOwn(record, name) ? record[name] : record[`${name}Path`];
    if (given === undefined) continue;
    const value = typeof given === "string" ? placeOfPath(given, inputIsRaw) : given;
    if (typeof value !== "number" && !isPlace(value)) return opaque;
    return { kind: "compare", place, operator, value };
  }
  return opaque;
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "fields" in value;
}

/**
 * What holds for certain of the numbers that a condition compares, when it came out as `outcome`.
 *
 * @param valueAt what can be at a place that a number is compared with.
 */
export function numberBounds(
  comparison: Comparison,
  outcome: boolean,
  valueAt: (place: Place) => Shape,
): readonly NumberBound[] {
  switch (comparison.kind) {
    case "opaque":
      return [];
    case "not":
      return numberBounds(comparison.part, !outcome, valueAt);
    case "and":
    case "or": {
      const each = comparison.parts.map((part) => numberBounds(part, outcome, valueAt));
      // All parts came out so, or only one of them did.
      return (comparison.kind === "and") === outcome ? each.flat() : common(each);
    }
    case "compare":
      return boundsOf(comparison, outcome, valueAt);
  }
}

function boundsOf(
  { place, operator, value }: Extract<Comparison, { kind: "compare" }>,
  outcome: boolean,
  valueAt: (place: Place) => Shape,
): readonly NumberBound[] {
  if (operator === "=" && !outcome) return [];
  const range = typeof value === "number" ? { least: value, most: value } : numberRange(valueAt(value));
  if (range === undefined) return [];
  const holds = outcome ? operator : opposite[operator];
  const most = { place, side: "most" as const, value: range.most, inclusive: holds !== "<" };
  const least = { place, side: "least" as const, value: range.least, inclusive: holds !== ">" };
  const both = holds === "=" ? [most, least] : holds === "<" || holds === "<=" ? [most] : [least];
  return both.filter((bound) => Number.isFinite(bound.value));
}

const opposite = { "<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "=" } as const;

/** Of what each of several ways says, the weakest that all of them say. */
function common(each: readonly (readonly NumberBound[])[]): readonly NumberBound[] {
  const [first = [], ...others] = each;
  return first.flatMap((bound) => {
    const same = others.map((bounds) => bounds.find((other) => isSameSide(other, bound)));
    if (!same.every((other) => other !== undefined)) return [];
    return [[bound, ...same].reduce((weak, other) => (isWeaker(other, weak) ? other : weak))];
  });
}

function isSameSide(left: NumberBound, right: NumberBound): boolean {
  return left.side === right.side && placeKey(left.place) === placeKey(right.place);
}

function isWeaker(left: NumberBound, right: NumberBound): boolean {
  if (left.value === right.value) return left.inclusive;
  return left.side === "most" ? left.value > right.value : left.value < right.value;
}

/** A text for a place, to keep things by it. */
export function placeKey({ variable, fields }: Place): string {
  return JSON.stringify([variable ?? null, ...fields]);
}

/** The least and the most a number can be; nothing for what may be no number. */
export function numberRange(shape: Shape): { readonly least: number; readonly most: number } | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const member of membersOf(shape)) {
    if (member.kind !== "number") return undefined;
    const { value, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = member;
    least = Math.min(least, value ?? minimum);
    most = Math.max(most, value ?? maximum);
  }
  return least <= most ? { least, most } : undefined;
}
