import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$round` without running it. */
export const roundFacts: BuiltinFacts = {
  name: "round",
  signature: "<n-n?:n>",
  arity: 2,
  doc: "The number rounded to so many decimal places; halves go to the even neighbour.",
  examples: [
    ["$round(2.5)", 2],
    ["$round(1.2345, 2)", 1.23],
  ],
};
