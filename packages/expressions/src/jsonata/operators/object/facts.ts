import type { OperatorFacts } from "../operator.ts";

/** What is known of `{…}` without running it. */
export const objectOperator: OperatorFacts = {
  symbol: "{…}",
  name: "object constructor",
  signature: "<x+:o>",
  doc: "An object; a field without a value is left out.",
  examples: [["{'a': 1, 'b': $missing}", { a: 1 }]],
};
