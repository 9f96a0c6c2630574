import type { Builtin } from "./builtin.ts";
import { coded } from "./url-coding.ts";

/** `$encodeUrlComponent` */
export const builtinEncodeUrlComponent: Builtin = {
  name: "encodeUrlComponent",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text as a part of a URL.",
  examples: [["$encodeUrlComponent('?x=test')", "%3Fx%3Dtest"]],
  evaluate([text], { span }) {
    return text === undefined
      ? undefined
      : coded(encodeURIComponent, "encodeUrlComponent", text as string, span);
  },
};
