import { lookUp } from "../evaluate/fields.ts";
import type { Builtin } from "./builtin.ts";

/** `$lookup` */
export const builtinLookup: Builtin = {
  name: "lookup",
  signature: "<x-s:x>",
  arity: 2,
  doc: "The field of an object by its name, or of every object of an array.",
  examples: [["$lookup({'a b': 1}, 'a b')", 1]],
  evaluate([value, name]) {
    return lookUp(value, String(name));
  },
};
