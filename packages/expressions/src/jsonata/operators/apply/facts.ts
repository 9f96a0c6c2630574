import type { OperatorFacts } from "../operator.ts";

/** What is known of `… ~> …` without running it. */
export const applyOperator: OperatorFacts = {
  symbol: "… ~> …",
  name: "chain",
  signature: "<xf:x>",
  doc: "Gives the left value to the function on the right, or makes one function of two.",
  examples: [["[1, 2] ~> $sum()", 3]],
};
