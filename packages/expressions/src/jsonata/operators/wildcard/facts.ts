import type { OperatorFacts } from "../operator.ts";

/** What is known of `*` without running it. */
export const wildcardOperator: OperatorFacts = {
  symbol: "*",
  name: "every field",
  signature: "<:x>",
  doc: "The values of all fields of the context.",
  examples: [["{'a': 1, 'b': [2]}.*", [1, 2]]],
};
