import type { OperatorFacts } from "../operator.ts";

/** What is known of `%` without running it. */
export const parentOperator: OperatorFacts = {
  symbol: "%",
  name: "parent",
  signature: "<:x>",
  doc: "The object that the value was taken from.",
  examples: [["{'n': 1, 'a': [{'b': 2}]}.a.(b + %.n)", 3]],
};
