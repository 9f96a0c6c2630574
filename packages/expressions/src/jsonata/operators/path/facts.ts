import type { OperatorFacts } from "../operator.ts";

/** What is known of `….…` without running it. */
export const pathOperator: OperatorFacts = {
  symbol: "….…",
  name: "path",
  signature: "<xx:x>",
  doc: "What the right side gives for each item of the left one, as one flat sequence.",
  examples: [["[{'a': 1}, {'a': [2, 3]}].a", [1, 2, 3]]],
};
