import type { OperatorFacts } from "../operator.ts";

/** What is known of `%` without running it. */
export const remainderOperator: OperatorFacts = {
  symbol: "%",
  name: "remainder",
  signature: "<nn:n>",
  doc: "What is left of a division, with the sign of the first number.",
  examples: [
    ["7 % 4", 3],
    ["-7 % 4", -3],
  ],
};
