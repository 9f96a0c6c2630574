import type { Builtin } from "./builtin.ts";

/** `$average` */
export const builtinAverage: Builtin = {
  name: "average",
  signature: "<a<n>:n>",
  arity: 1,
  doc: "The mean of an array of numbers.",
  examples: [["$average([1, 2, 6])", 3]],
  evaluate([numbers]) {
    const list = numbers as readonly number[] | undefined;
    if (list === undefined || list.length === 0) return undefined;
    return list.reduce((total, number) => total + number, 0) / list.length;
  },
};
