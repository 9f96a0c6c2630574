import type { Builtin } from "./builtin.ts";
import { coded } from "./url-coding.ts";

/** `$decodeUrl` */
export const builtinDecodeUrl: Builtin = {
  name: "decodeUrl",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text that a URL stands for.",
  examples: [["$decodeUrl('a%20b?c=d')", "a b?c=d"]],
  evaluate([text], { span }) {
    return text === undefined ? undefined : coded(decodeURI, "decodeUrl", text as string, span);
  },
};
