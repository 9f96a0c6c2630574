import type { OperatorFacts } from "../operator.ts";

/** What is known of `=` without running it. */
export const equalOperator: OperatorFacts = {
  symbol: "=",
  name: "equal",
  signature: "<xx:b>",
  doc: "Whether two values are the same, down to the last field; false if one is missing.",
  examples: [
    ["1 = 1", true],
    ["{'a': [1]} = {'a': [1]}", true],
    ["1 = '1'", false],
  ],
};
