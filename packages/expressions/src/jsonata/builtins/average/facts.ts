import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$average` without running it. */
export const averageFacts: BuiltinFacts = {
  name: "average",
  signature: "<a<n>:n>",
  arity: 1,
  doc: "The mean of an array of numbers.",
  examples: [["$average([1, 2, 6])", 3]],
};
