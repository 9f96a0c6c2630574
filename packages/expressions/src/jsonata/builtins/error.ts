import { fail } from "../evaluate/failure.ts";
import type { Builtin } from "./builtin.ts";

/** `$error` */
export const builtinError: Builtin = {
  name: "error",
  signature: "<s?:x>",
  arity: 1,
  doc: "Ends the evaluation with a message.",
  examples: [["$exists($error)", true]],
  evaluate([message], { span }) {
    return fail("D3137", { message: message || "$error() function evaluated" }, span);
  },
};
