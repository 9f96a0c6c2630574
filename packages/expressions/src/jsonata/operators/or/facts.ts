import type { OperatorFacts } from "../operator.ts";

/** What is known of `or` without running it. */
export const orOperator: OperatorFacts = {
  symbol: "or",
  name: "or",
  signature: "<xx:b>",
  doc: "Whether one side counts as true; the right one is not looked at if the left one does.",
  examples: [
    ["0 or 'a'", true],
    ["true or $error()", true],
  ],
};
