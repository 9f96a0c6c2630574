import { fail } from "../evaluate/failure.ts";
import type { Value } from "../evaluate/value.ts";
import type { EvaluateOperator, ValueOperator } from "./operator.ts";

/** An operator on two numbers or two texts; of a missing one, the result is missing. */
export function comparison(
  token: ValueOperator,
  compare: (left: string | number, right: string | number) => boolean,
): EvaluateOperator {
  return (left, right, span) => {
    if (!isComparable(left) || !isComparable(right)) {
      return fail("T2010", { value: isComparable(left) && left !== undefined ? right : left, token }, span);
    }
    if (left === undefined || right === undefined) return undefined;
    if (typeof left !== typeof right) return fail("T2009", { value: left, value2: right, token }, span);
    return compare(left, right);
  };
}

function isComparable(value: Value): value is string | number | undefined {
  return value === undefined || typeof value === "string" || typeof value === "number";
}
