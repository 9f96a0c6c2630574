import type { OperatorFacts } from "../operator.ts";

/** What is known of `>` without running it. */
export const greaterOperator: OperatorFacts = {
  symbol: ">",
  name: "greater than",
  signature: "<(sn)(sn):b>",
  doc: "Whether the first of two numbers or two texts comes after the second.",
  examples: [["1 > 2", false]],
};
