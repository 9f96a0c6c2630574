import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$uuid` without running it. */
export const uuidFacts: BuiltinFacts = {
  name: "uuid",
  signature: "<:s>",
  arity: 0,
  only: "aws",
  doc: "A random UUID (version 4).",
  examples: [["$length($uuid())", 36]],
};
