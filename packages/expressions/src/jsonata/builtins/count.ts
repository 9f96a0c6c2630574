import type { Value } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$count` */
export const builtinCount: Builtin = {
  name: "count",
  signature: "<a:n>",
  arity: 1,
  doc: "How many items an array has; 0 for a missing value.",
  examples: [
    ["$count([1, 2, 3])", 3],
    ["$count($nothing)", 0],
  ],
  evaluate([items]) {
    return items === undefined ? 0 : (items as Value[]).length;
  },
};
