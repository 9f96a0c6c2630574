import { numberShape, type Shape } from "@statewright/json-types";
import { leastOf } from "../number-facts.ts";

/** The one number that a shape holds. */
export function literalNumber(shape: Shape): number | undefined {
  return shape.kind === "number" ? shape.value : undefined;
}

/** As the service rounds an argument: halves go up. */
export function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.floor(value + 0.5) + 0;
}

/** `States.MathAdd`: each number is rounded before (R-INTR-05). */
export function roundedSum(first: Shape, second: Shape): Shape {
  const left = rounded(literalNumber(first));
  const right = rounded(literalNumber(second));
  if (left !== undefined && right !== undefined) return numberShape({ value: left + right });
  const least = (rounded(leastOf(first)) ?? 0) + (rounded(leastOf(second)) ?? 0);
  return numberShape({ integer: true, ...(Number.isFinite(least) && { minimum: least }) });
}
