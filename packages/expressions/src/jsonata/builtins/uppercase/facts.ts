import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$uppercase` without running it. */
export const uppercaseFacts: BuiltinFacts = {
  name: "uppercase",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text in upper case.",
  examples: [["$uppercase('Hello')", "HELLO"]],
};
