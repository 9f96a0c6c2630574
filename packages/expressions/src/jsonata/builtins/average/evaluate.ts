import type { EvaluateBuiltin } from "../builtin.ts";

/** `$average` */
export const evaluateAverage: EvaluateBuiltin = ([numbers]) => {
  const list = numbers as readonly number[] | undefined;
  if (list === undefined || list.length === 0) return undefined;
  return list.reduce((total, number) => total + number, 0) / list.length;
};
