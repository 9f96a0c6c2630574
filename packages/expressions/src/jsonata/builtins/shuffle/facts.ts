import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$shuffle` without running it. */
export const shuffleFacts: BuiltinFacts = {
  name: "shuffle",
  signature: "<a:a>",
  arity: 1,
  doc: "The items in a random order.",
  examples: [["$count($shuffle([1, 2, 3]))", 3]],
};
