import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$floor` without running it. */
export const floorFacts: BuiltinFacts = {
  name: "floor",
  signature: "<n-:n>",
  arity: 1,
  doc: "The number rounded down.",
  examples: [["$floor(-1.5)", -2]],
};
