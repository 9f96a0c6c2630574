import type { EvaluateBuiltin } from "../builtin.ts";

/** `$abs` */
export const evaluateAbs: EvaluateBuiltin = ([value]) => {
  return value === undefined ? undefined : Math.abs(value as number);
};
