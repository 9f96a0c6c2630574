import { decodeBase64 } from "./base64.ts";
import type { Builtin } from "./builtin.ts";

/** `$base64decode` */
export const builtinBase64decode: Builtin = {
  name: "base64decode",
  signature: "<s-:s>",
  arity: 1,
  doc: "The bytes that a Base64 text stands for, as characters.",
  examples: [["$base64decode('aGVsbG8=')", "hello"]],
  evaluate([text]) {
    return text === undefined ? undefined : decodeBase64(text as string);
  },
};
