import type { Builtin } from "./builtin.ts";
import { coded } from "./url-coding.ts";

/** `$encodeUrl` */
export const builtinEncodeUrl: Builtin = {
  name: "encodeUrl",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text as a URL.",
  examples: [["$encodeUrl('a b?c=d')", "a%20b?c=d"]],
  evaluate([text], { span }) {
    return text === undefined ? undefined : coded(encodeURI, "encodeUrl", text as string, span);
  },
};
