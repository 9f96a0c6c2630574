import type { OperatorFacts } from "../operator.ts";

/** What is known of `and` without running it. */
export const andOperator: OperatorFacts = {
  symbol: "and",
  name: "and",
  signature: "<xx:b>",
  doc: "Whether both sides count as true; the right one is not looked at if the left one does not.",
  examples: [
    ["true and 'a'", true],
    ["false and $error()", false],
  ],
};
