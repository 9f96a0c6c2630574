import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$length` without running it. */
export const lengthFacts: BuiltinFacts = {
  name: "length",
  signature: "<s-:n>",
  arity: 1,
  doc: "How many characters (code points) a text has.",
  examples: [["$length('Hello')", 5]],
};
