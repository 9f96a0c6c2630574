import type { OperatorFacts } from "../operator.ts";

/** What is known of `…[…]` without running it. */
export const predicateOperator: OperatorFacts = {
  symbol: "…[…]",
  name: "predicate",
  signature: "<xx:x>",
  doc: "The items for which the condition holds, or the item at a position, from the end if it is negative.",
  examples: [
    ["[4, 5, 6][$ > 4]", [5, 6]],
    ["[4, 5, 6][-1]", 6],
  ],
};
