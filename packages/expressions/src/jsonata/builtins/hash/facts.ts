import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$hash` without running it. */
export const hashFacts: BuiltinFacts = {
  name: "hash",
  signature: "<s-s:s>",
  arity: 2,
  only: "aws",
  doc: "The digest of a text in hexadecimal: MD5, SHA-1, SHA-256, SHA-384 or SHA-512.",
  examples: [["$hash('input data', 'SHA-1')", "aaff4a450a104cd177d28d18d74485e8cae074b7"]],
};
