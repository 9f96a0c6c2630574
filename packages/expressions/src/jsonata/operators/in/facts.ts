import type { OperatorFacts } from "../operator.ts";

/** What is known of `in` without running it. */
export const inOperator: OperatorFacts = {
  symbol: "in",
  name: "in",
  signature: "<xx:b>",
  doc: "Whether a value is one of an array; objects and arrays are never found.",
  examples: [
    ["1 in [1, 2]", true],
    ["'a' in 'a'", true],
  ],
};
