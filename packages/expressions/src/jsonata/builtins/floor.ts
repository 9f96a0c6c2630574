import type { Builtin } from "./builtin.ts";

/** `$floor` */
export const builtinFloor: Builtin = {
  name: "floor",
  signature: "<n-:n>",
  arity: 1,
  doc: "The number rounded down.",
  examples: [["$floor(-1.5)", -2]],
  evaluate([value]) {
    return value === undefined ? undefined : Math.floor(value as number);
  },
};
