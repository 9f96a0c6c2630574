import type { EvaluateBuiltin } from "../builtin.ts";

/** `$sum` */
export const evaluateSum: EvaluateBuiltin = ([numbers]) => {
  if (numbers === undefined) return undefined;
  let total = 0;
  for (const number of numbers as number[]) total += number;
  return total;
};
