import type { OperatorFacts } from "../operator.ts";

/** What is known of `*` without running it. */
export const multiplyOperator: OperatorFacts = {
  symbol: "*",
  name: "times",
  signature: "<nn:n>",
  doc: "The product of two numbers.",
  examples: [["2 * 3", 6]],
};
