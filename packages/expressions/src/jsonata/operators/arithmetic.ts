import { fail } from "../evaluate/failure.ts";
import { isNumeric } from "../evaluate/truth.ts";
import type { EvaluateOperator, ValueOperator } from "./operator.ts";

/** An operator on two numbers; of a missing one, the result is missing. */
export function arithmetic(
  token: ValueOperator,
  operate: (left: number, right: number) => number,
): EvaluateOperator {
  return (left, right, span) => {
    if (left !== undefined && !isNumeric(left)) return fail("T2001", { value: left, token }, span);
    if (right !== undefined && !isNumeric(right)) return fail("T2002", { value: right, token }, span);
    return left === undefined || right === undefined ? undefined : operate(left, right);
  };
}
