import type { OperatorFacts } from "../operator.ts";

/** What is known of `!=` without running it. */
export const notEqualOperator: OperatorFacts = {
  symbol: "!=",
  name: "not equal",
  signature: "<xx:b>",
  doc: "Whether two values differ; false if one is missing.",
  examples: [["1 != 2", true]],
};
