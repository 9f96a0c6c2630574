import type { OperatorFacts } from "../operator.ts";

/** What is known of `>=` without running it. */
export const greaterOrEqualOperator: OperatorFacts = {
  symbol: ">=",
  name: "at least",
  signature: "<(sn)(sn):b>",
  doc: "Whether the first of two numbers or two texts does not come before the second.",
  examples: [["2 >= 2", true]],
};
