import type { Builtin } from "./builtin.ts";

/** `$uppercase` */
export const builtinUppercase: Builtin = {
  name: "uppercase",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text in upper case.",
  examples: [["$uppercase('Hello')", "HELLO"]],
  evaluate([text]) {
    return (text as string | undefined)?.toUpperCase();
  },
};
