import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$millis` without running it. */
export const millisFacts: BuiltinFacts = {
  name: "millis",
  signature: "<:n>",
  arity: 0,
  doc: "The time of the evaluation in milliseconds since 1970.",
  examples: [["$millis()", 0]],
};
