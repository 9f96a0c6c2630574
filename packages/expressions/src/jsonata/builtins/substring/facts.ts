import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$substring` without running it. */
export const substringFacts: BuiltinFacts = {
  name: "substring",
  signature: "<s-nn?:s>",
  arity: 3,
  doc: "Part of a text from a position (negative: from the end), of at most so many characters.",
  examples: [
    ["$substring('Hello', 1, 3)", "ell"],
    ["$substring('Hello', -2)", "lo"],
  ],
};
