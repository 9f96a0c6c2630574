import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$reverse` without running it. */
export const reverseFacts: BuiltinFacts = {
  name: "reverse",
  signature: "<a:a>",
  arity: 1,
  doc: "The items in the opposite order.",
  examples: [["$reverse([1, 2, 3])", [3, 2, 1]]],
};
