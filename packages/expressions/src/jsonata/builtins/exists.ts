import type { Builtin } from "./builtin.ts";

/** `$exists` */
export const builtinExists: Builtin = {
  name: "exists",
  signature: "<x:b>",
  arity: 1,
  doc: "Whether there is a value; null is one.",
  examples: [
    ["$exists(null)", true],
    ["$exists({}.toString)", false],
  ],
  evaluate([value]) {
    return value !== undefined;
  },
};
