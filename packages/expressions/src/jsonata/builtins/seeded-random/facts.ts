import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$random` without running it. */
export const seededRandomFacts: BuiltinFacts = {
  name: "random",
  signature: "<n?:n>",
  arity: 1,
  only: "aws",
  doc: "A number from 0 to less than 1; the same seed gives the same number.",
  examples: [["$random(42)", 0.7275636800328681]],
};
