import type { EvaluateBuiltin } from "../builtin.ts";

/** `$min` */
export const evaluateMin: EvaluateBuiltin = ([numbers]) => {
  const list = numbers as readonly number[] | undefined;
  return list === undefined || list.length === 0 ? undefined : list.reduce((a, b) => Math.min(a, b));
};
