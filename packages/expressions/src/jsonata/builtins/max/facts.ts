import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$max` without running it. */
export const maxFacts: BuiltinFacts = {
  name: "max",
  signature: "<a<n>:n>",
  arity: 1,
  doc: "The largest of an array of numbers.",
  examples: [["$max([2, 3, 1])", 3]],
};
