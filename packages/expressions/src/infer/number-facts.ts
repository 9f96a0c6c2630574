import { membersOf, type Shape } from "@statewright/json-types";

function numbersIn(shape: Shape): readonly Shape[] | undefined {
  return shape.kind === "unknown" ? undefined : membersOf(shape).filter(({ kind }) => kind === "number");
}

/** Whether the numbers of a shape are whole; what is no number does not get through. */
export function isInteger(shape: Shape): boolean {
  const numbers = numbersIn(shape);
  if (numbers === undefined) return false;
  return numbers.every(
    (member) =>
      member.kind === "number" && (member.integer === true || Number.isInteger(member.value ?? Number.NaN)),
  );
}

/** The least number of a shape. */
export function leastOf(shape: Shape): number {
  const numbers = numbersIn(shape);
  if (numbers === undefined || numbers.length === 0) return Number.NEGATIVE_INFINITY;
  return Math.min(
    ...numbers.map((member) =>
      member.kind === "number" ? (member.value ?? member.minimum ?? Number.NEGATIVE_INFINITY) : 0,
    ),
  );
}
