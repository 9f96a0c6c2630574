import type { OperatorFacts } from "../operator.ts";

/** What is known of `+` without running it. */
export const addOperator: OperatorFacts = {
  symbol: "+",
  name: "plus",
  signature: "<nn:n>",
  doc: "The sum of two numbers.",
  examples: [["1 + 2", 3]],
};
