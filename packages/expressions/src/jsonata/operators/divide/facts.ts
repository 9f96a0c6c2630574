import type { OperatorFacts } from "../operator.ts";

/** What is known of `/` without running it. */
export const divideOperator: OperatorFacts = {
  symbol: "/",
  name: "divided by",
  signature: "<nn:n>",
  doc: "The quotient of two numbers.",
  examples: [["3 / 2", 1.5]],
};
