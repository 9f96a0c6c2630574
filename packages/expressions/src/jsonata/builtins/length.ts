import type { Builtin } from "./builtin.ts";
import { charactersOf } from "./characters.ts";

/** `$length` */
export const builtinLength: Builtin = {
  name: "length",
  signature: "<s-:n>",
  arity: 1,
  doc: "How many characters (code points) a text has.",
  examples: [["$length('Hello')", 5]],
  evaluate([text]) {
    return text === undefined ? undefined : charactersOf(text as string).length;
  },
};
