import type { Builtin } from "./builtin.ts";

/** `$ceil` */
export const builtinCeil: Builtin = {
  name: "ceil",
  signature: "<n-:n>",
  arity: 1,
  doc: "The number rounded up.",
  examples: [["$ceil(1.2)", 2]],
  evaluate([value]) {
    return value === undefined ? undefined : Math.ceil(value as number);
  },
};
