import type { Builtin } from "./builtin.ts";
import { substringOf } from "./characters.ts";

/** `$substring` */
export const builtinSubstring: Builtin = {
  name: "substring",
  signature: "<s-nn?:s>",
  arity: 3,
  doc: "Part of a text from a position (negative: from the end), of at most so many characters.",
  examples: [
    ["$substring('Hello', 1, 3)", "ell"],
    ["$substring('Hello', -2)", "lo"],
  ],
  evaluate([text, start, length]) {
    if (text === undefined) return undefined;
    return substringOf(text as string, start as number, length as number | undefined);
  },
};
