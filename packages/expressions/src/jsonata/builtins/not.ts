import { isTruthy } from "../evaluate/truth.ts";
import type { Builtin } from "./builtin.ts";

/** `$not` */
export const builtinNot: Builtin = {
  name: "not",
  signature: "<x-:b>",
  arity: 1,
  doc: "True for a value that counts as false, and the other way round.",
  examples: [["$not(0)", true]],
  evaluate([value]) {
    return value === undefined ? undefined : !isTruthy(value);
  },
};
