import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$zip` without running it. */
export const zipFacts: BuiltinFacts = {
  name: "zip",
  signature: "<a+>",
  arity: 0,
  doc: "Arrays of the first items, the second items and so on, as long as every array has one.",
  examples: [
    [
      "$zip([1, 2], ['a', 'b'])",
      [
        [1, "a"],
        [2, "b"],
      ],
    ],
  ],
};
