import { clone } from "../evaluate/clone.ts";
import type { Builtin } from "./builtin.ts";

/** `$clone` */
export const builtinClone: Builtin = {
  name: "clone",
  signature: "<(oa)-:o>",
  arity: 1,
  doc: "A copy of the value.",
  examples: [["$clone({'a': 1})", { a: 1 }]],
  evaluate([value], { frame }) {
    return value === undefined ? undefined : clone(value, frame.run.meter);
  },
};
