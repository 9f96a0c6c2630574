import type { OperatorFacts } from "../operator.ts";

/** What is known of `… ? … : …` without running it. */
export const conditionOperator: OperatorFacts = {
  symbol: "… ? … : …",
  name: "condition",
  signature: "<xxx?:x>",
  doc: "The second value if the first counts as true, else the third; nothing without one.",
  examples: [["1 > 2 ? 'yes' : 'no'", "no"]],
};
