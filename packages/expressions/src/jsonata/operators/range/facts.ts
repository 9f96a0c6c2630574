import type { OperatorFacts } from "../operator.ts";

/** What is known of `..` without running it. */
export const rangeOperator: OperatorFacts = {
  symbol: "..",
  name: "range",
  signature: "<nn:a<n>>",
  doc: "The whole numbers from the first to the last, inside an array constructor.",
  examples: [["[1..3]", [1, 2, 3]]],
};
