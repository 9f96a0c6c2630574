import type { EvaluateBuiltin } from "../builtin.ts";

/** `$ceil` */
export const evaluateCeil: EvaluateBuiltin = ([value]) => {
  return value === undefined ? undefined : Math.ceil(value as number);
};
