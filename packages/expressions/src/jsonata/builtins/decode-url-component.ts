import type { Builtin } from "./builtin.ts";
import { coded } from "./url-coding.ts";

/** `$decodeUrlComponent` */
export const builtinDecodeUrlComponent: Builtin = {
  name: "decodeUrlComponent",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text that a part of a URL stands for.",
  examples: [["$decodeUrlComponent('%3Fx%3Dtest')", "?x=test"]],
  evaluate([text], { span }) {
    return text === undefined
      ? undefined
      : coded(decodeURIComponent, "decodeUrlComponent", text as string, span);
  },
};
