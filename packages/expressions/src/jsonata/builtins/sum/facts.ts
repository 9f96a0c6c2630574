import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$sum` without running it. */
export const sumFacts: BuiltinFacts = {
  name: "sum",
  signature: "<a<n>:n>",
  arity: 1,
  doc: "The sum of an array of numbers.",
  examples: [["$sum([1, 2, 3])", 6]],
};
