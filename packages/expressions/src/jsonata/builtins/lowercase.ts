import type { Builtin } from "./builtin.ts";

/** `$lowercase` */
export const builtinLowercase: Builtin = {
  name: "lowercase",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text in lower case.",
  examples: [["$lowercase('Hello')", "hello"]],
  evaluate([text]) {
    return (text as string | undefined)?.toLowerCase();
  },
};
