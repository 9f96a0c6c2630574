import { fail } from "../../evaluate/failure.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$sqrt` */
export const evaluateSqrt: EvaluateBuiltin = ([value], { span }) => {
  if (value === undefined) return undefined;
  if ((value as number) < 0) return fail("D3060", { value, index: 1 }, span);
  return Math.sqrt(value as number);
};
