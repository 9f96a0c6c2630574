import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$distinct` without running it. */
export const distinctFacts: BuiltinFacts = {
  name: "distinct",
  signature: "<x:x>",
  arity: 1,
  doc: "The items without those that were there before.",
  examples: [["$distinct([1, 2, 1])", [1, 2]]],
};
