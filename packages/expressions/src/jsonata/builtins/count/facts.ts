import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$count` without running it. */
export const countFacts: BuiltinFacts = {
  name: "count",
  signature: "<a:n>",
  arity: 1,
  doc: "How many items an array has; 0 for a missing value.",
  examples: [
    ["$count([1, 2, 3])", 3],
    ["$count($nothing)", 0],
  ],
};
