import type { Shape } from "@statewright/json-types";

/** Whether the numbers of a shape are whole; what is no number does not get through. */
export function isInteger(shape: Shape): boolean {
  if (shape.kind === "union") return shape.members.every(isInteger);
  if (shape.kind !== "number") return shape.kind !== "unknown";
  return shape.integer === true || Number.isInteger(shape.value ?? Number.NaN);
}

/** The least number of a shape; below all numbers if there is none. */
export function leastOf(shape: Shape): number {
  if (shape.kind === "number") return shape.value ?? shape.minimum ?? Number.NEGATIVE_INFINITY;
  if (shape.kind !== "union") return Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const member of shape.members) if (member.kind === "number") least = Math.min(least, leastOf(member));
  return least === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : least;
}
