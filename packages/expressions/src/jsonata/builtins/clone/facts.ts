import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$clone` without running it. */
export const cloneFacts: BuiltinFacts = {
  name: "clone",
  signature: "<(oa)-:o>",
  arity: 1,
  doc: "A copy of the value.",
  examples: [["$clone({'a': 1})", { a: 1 }]],
};
