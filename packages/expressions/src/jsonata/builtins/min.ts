import type { Builtin } from "./builtin.ts";

/** `$min` */
export const builtinMin: Builtin = {
  name: "min",
  signature: "<a<n>:n>",
  arity: 1,
  doc: "The smallest of an array of numbers.",
  examples: [["$min([2, 3, 1])", 1]],
  evaluate([numbers]) {
    const list = numbers as readonly number[] | undefined;
    return list === undefined || list.length === 0 ? undefined : list.reduce((a, b) => Math.min(a, b));
  },
};
