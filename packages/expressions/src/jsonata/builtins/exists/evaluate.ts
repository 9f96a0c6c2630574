import type { EvaluateBuiltin } from "../builtin.ts";

/** `$exists` */
export const evaluateExists: EvaluateBuiltin = ([value]) => {
  return value !== undefined;
};
