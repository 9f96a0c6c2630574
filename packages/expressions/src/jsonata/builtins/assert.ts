import { fail } from "../evaluate/failure.ts";
import type { Builtin } from "./builtin.ts";

/** `$assert` */
export const builtinAssert: Builtin = {
  name: "assert",
  signature: "<bs?:x>",
  arity: 2,
  doc: "Ends the evaluation with a message unless the condition is true.",
  examples: [["$exists($assert(true))", false]],
  evaluate([condition, message], { span }) {
    if (condition === true) return undefined;
    return fail("D3141", { message: message || "$assert() statement failed" }, span);
  },
};
