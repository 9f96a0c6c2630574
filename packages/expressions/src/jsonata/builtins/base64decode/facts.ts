import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$base64decode` without running it. */
export const base64decodeFacts: BuiltinFacts = {
  name: "base64decode",
  signature: "<s-:s>",
  arity: 1,
  doc: "The bytes that a Base64 text stands for, as characters.",
  examples: [["$base64decode('aGVsbG8=')", "hello"]],
};
