import type { Builtin } from "./builtin.ts";

/** `$abs` */
export const builtinAbs: Builtin = {
  name: "abs",
  signature: "<n-:n>",
  arity: 1,
  doc: "The number without its sign.",
  examples: [["$abs(-5)", 5]],
  evaluate([value]) {
    return value === undefined ? undefined : Math.abs(value as number);
  },
};
