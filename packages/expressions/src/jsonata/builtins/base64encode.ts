import { encodeBase64 } from "./base64.ts";
import type { Builtin } from "./builtin.ts";

/** `$base64encode` */
export const builtinBase64encode: Builtin = {
  name: "base64encode",
  signature: "<s-:s>",
  arity: 1,
  doc: "The characters of a text, as bytes, in Base64.",
  examples: [["$base64encode('hello')", "aGVsbG8="]],
  evaluate([text]) {
    return text === undefined ? undefined : encodeBase64(text as string);
  },
};
