import type { OperatorFacts } from "../operator.ts";

/** What is known of `-` without running it. */
export const subtractOperator: OperatorFacts = {
  symbol: "-",
  name: "minus",
  signature: "<nn:n>",
  doc: "The difference of two numbers.",
  examples: [["3 - 2", 1]],
};
