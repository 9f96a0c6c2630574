import type { OperatorFacts } from "../operator.ts";

/** What is known of `&` without running it. */
export const concatenateOperator: OperatorFacts = {
  symbol: "&",
  name: "joined with",
  signature: "<xx:s>",
  doc: "Two values as one text; a missing one is an empty text.",
  examples: [
    ["'a' & 1", "a1"],
    ["'x' & [1, 2]", "x[1,2]"],
  ],
};
