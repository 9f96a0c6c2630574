import type { Builtin } from "./builtin.ts";

/** `$sum` */
export const builtinSum: Builtin = {
  name: "sum",
  signature: "<a<n>:n>",
  arity: 1,
  doc: "The sum of an array of numbers.",
  examples: [["$sum([1, 2, 3])", 6]],
  evaluate([numbers]) {
    if (numbers === undefined) return undefined;
    let total = 0;
    for (const number of numbers as number[]) total += number;
    return total;
  },
};
