import type { Builtin } from "./builtin.ts";

/** `$max` */
export const builtinMax: Builtin = {
  name: "max",
  signature: "<a<n>:n>",
  arity: 1,
  doc: "The largest of an array of numbers.",
  examples: [["$max([2, 3, 1])", 3]],
  evaluate([numbers]) {
    const list = numbers as readonly number[] | undefined;
    return list === undefined || list.length === 0 ? undefined : list.reduce((a, b) => Math.max(a, b));
  },
};
