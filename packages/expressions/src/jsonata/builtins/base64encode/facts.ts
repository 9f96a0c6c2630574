import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$base64encode` without running it. */
export const base64encodeFacts: BuiltinFacts = {
  name: "base64encode",
  signature: "<s-:s>",
  arity: 1,
  doc: "The characters of a text, as bytes, in Base64.",
  examples: [["$base64encode('hello')", "aGVsbG8="]],
};
