import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$join` without running it. */
export const joinFacts: BuiltinFacts = {
  name: "join",
  signature: "<a<s>s?:s>",
  arity: 2,
  doc: "The texts of an array put together, with a separator between them.",
  examples: [["$join(['a', 'b'], '-')", "a-b"]],
};
