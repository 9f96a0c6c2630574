import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$range` without running it. */
export const rangeFacts: BuiltinFacts = {
  name: "range",
  signature: "<nnn:a<n>>",
  arity: 3,
  only: "aws",
  doc: "The numbers from the first to the second, both included, by a step.",
  examples: [
    ["$range(1, 9, 2)", [1, 3, 5, 7, 9]],
    ["$range(1, 9, 9)", 1],
  ],
};
