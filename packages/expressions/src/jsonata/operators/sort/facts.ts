import type { OperatorFacts } from "../operator.ts";

/** What is known of `…^(…)` without running it. */
export const sortOperator: OperatorFacts = {
  symbol: "…^(…)",
  name: "sort",
  signature: "<ax:a>",
  doc: "The items in the order of one or more keys; `>` before a key turns it round.",
  examples: [
    ["[3, 1, 2]^($)", [1, 2, 3]],
    ["[3, 1, 2]^(>$)", [3, 2, 1]],
  ],
};
