import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$random` without running it. */
export const randomFacts: BuiltinFacts = {
  name: "random",
  signature: "<:n>",
  arity: 0,
  only: "plain",
  doc: "A number from 0 to less than 1.",
  examples: [["$random() < 1", true]],
};
