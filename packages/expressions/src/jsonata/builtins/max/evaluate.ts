import type { EvaluateBuiltin } from "../builtin.ts";

/** `$max` */
export const evaluateMax: EvaluateBuiltin = ([numbers]) => {
  const list = numbers as readonly number[] | undefined;
  return list === undefined || list.length === 0 ? undefined : list.reduce((a, b) => Math.max(a, b));
};
