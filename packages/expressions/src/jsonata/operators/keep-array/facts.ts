import type { OperatorFacts } from "../operator.ts";

/** What is known of `…[]` without running it. */
export const keepArrayOperator: OperatorFacts = {
  symbol: "…[]",
  name: "array of one",
  signature: "<x:a>",
  doc: "A sequence of one item stays an array.",
  examples: [["[{'a': 1}].a[]", [1]]],
};
