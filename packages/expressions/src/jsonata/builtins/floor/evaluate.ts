import type { EvaluateBuiltin } from "../builtin.ts";

/** `$floor` */
export const evaluateFloor: EvaluateBuiltin = ([value]) => {
  return value === undefined ? undefined : Math.floor(value as number);
};
