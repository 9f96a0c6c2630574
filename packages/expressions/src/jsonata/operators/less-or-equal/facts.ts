import type { OperatorFacts } from "../operator.ts";

/** What is known of `<=` without running it. */
export const lessOrEqualOperator: OperatorFacts = {
  symbol: "<=",
  name: "at most",
  signature: "<(sn)(sn):b>",
  doc: "Whether the first of two numbers or two texts does not come after the second.",
  examples: [["2 <= 2", true]],
};
