import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$lowercase` without running it. */
export const lowercaseFacts: BuiltinFacts = {
  name: "lowercase",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text in lower case.",
  examples: [["$lowercase('Hello')", "hello"]],
};
