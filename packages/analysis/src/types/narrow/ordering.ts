import { membersOf, numberShape, type Shape } from "@statewright/json-types";
import { keep, type ValueTest } from "./value-test.ts";

export type Ordering = "<" | "<=" | ">" | ">=";

/** What holds where a comparison does not. */
export const opposite: Readonly<Record<Ordering, Ordering>> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" };

/** The same comparison read from its right side. */
export const mirrored: Readonly<Record<Ordering, Ordering>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

const words = { "<": "less than", "<=": "at most", ">": "greater than", ">=": "at least" } as const;

/** What a language does with values that are no numbers where numbers are compared, or no texts where texts are. */
export type OtherKinds = "fails" | "is false";

/**
 * `x > 5`, `'a' <= x`: in JSONata both sides are numbers or both are texts, or the expression fails, and nothing is
 * compared with nothing; in JSONPath a value of another kind makes the rule false (R-CHOICE-12).
 */
export function ordered(operator: Ordering, literal: Shape, others: OtherKinds): ValueTest {
  const value = "value" in literal ? literal.value : undefined;
  return {
    whenTrue: (shape) =>
      keep(shape, (member) => (member.kind === literal.kind ? within(member, operator, literal) : [])),
    whenFalse: (shape) =>
      keep(shape, (member) => {
        if (member.kind === literal.kind) return within(member, opposite[operator], literal);
        return others === "is false" || member.kind === "missing" ? [member] : [];
      }),
    asks: `${words[operator]} ${JSON.stringify(value)}`,
    points: [literal],
    ...(others === "fails" && { onlyOf: literal.kind }),
    mayBeMissing: others === "fails",
  };
}

/** What is left of a number or a text on one side of `limit`. */
export function within(member: Shape, operator: Ordering, limit: Shape): readonly Shape[] {
  if (member.kind === "string" && limit.kind === "string") {
    const known = member.value !== undefined && limit.value !== undefined;
    return !known || holds(member.value, operator, limit.value) ? [member] : [];
  }
  if (member.kind !== "number" || limit.kind !== "number" || limit.value === undefined) return [member];
  const { value, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = member;
  if (value !== undefined) return holds(value, operator, limit.value) ? [member] : [];
  const below = operator === "<" || operator === "<=";
  if (!holds(below ? minimum : maximum, operator, limit.value)) return [];
  const bound = member.integer ? wholeBound(operator, limit.value) : limit.value;
  const least = below ? minimum : Math.max(minimum, bound);
  const most = below ? Math.min(maximum, bound) : maximum;
  if (least === minimum && most === maximum) return [member];
  if (least > most) return [];
  if (least === most) return [numberShape({ value: least })];
  return [
    numberShape({
      ...(member.integer && { integer: true }),
      ...(Number.isFinite(least) && { minimum: least }),
      ...(Number.isFinite(most) && { maximum: most }),
    }),
  ];
}

/** Of numbers that need not be whole the limit itself stays in: a bound says nothing of what it excludes. */
function wholeBound(operator: Ordering, limit: number): number {
  switch (operator) {
    case "<":
      return Math.ceil(limit) - 1;
    case "<=":
      return Math.floor(limit);
    case ">":
      return Math.floor(limit) + 1;
    case ">=":
      return Math.ceil(limit);
  }
}

function holds<Value extends number | string>(left: Value, operator: Ordering, right: Value): boolean {
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

/** The number that a value has to pass to be on one side of any of several; nothing where they are not all numbers. */
export function limitOf(shape: Shape, operator: Ordering): Shape | undefined {
  const below = operator === "<" || operator === "<=";
  let limit = below ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  for (const member of membersOf(shape)) {
    if (member.kind !== "number") return undefined;
    const least = member.value ?? member.minimum ?? Number.NEGATIVE_INFINITY;
    const most = member.value ?? member.maximum ?? Number.POSITIVE_INFINITY;
    limit = below ? Math.max(limit, most) : Math.min(limit, least);
  }
  return Number.isFinite(limit) ? numberShape({ value: limit }) : undefined;
}
