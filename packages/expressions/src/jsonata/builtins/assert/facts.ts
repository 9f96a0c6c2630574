import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$assert` without running it. */
export const assertFacts: BuiltinFacts = {
  name: "assert",
  signature: "<bs?:x>",
  arity: 2,
  doc: "Ends the evaluation with a message unless the condition is true.",
  examples: [["$exists($assert(true))", false]],
};
