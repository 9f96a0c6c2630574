import { isTruthy } from "../../evaluate/truth.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$not` */
export const evaluateNot: EvaluateBuiltin = ([value]) => {
  return value === undefined ? undefined : !isTruthy(value);
};
