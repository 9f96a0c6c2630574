import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$min` without running it. */
export const minFacts: BuiltinFacts = {
  name: "min",
  signature: "<a<n>:n>",
  arity: 1,
  doc: "The smallest of an array of numbers.",
  examples: [["$min([2, 3, 1])", 1]],
};
