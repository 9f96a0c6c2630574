import type { OperatorFacts } from "../operator.ts";

/** What is known of `…(?, …)` without running it. */
export const partialOperator: OperatorFacts = {
  symbol: "…(?, …)",
  name: "partial application",
  signature: "<fx+:f>",
  doc: "A function of the arguments that are left open.",
  examples: [["($half := function($x, $y){ $x / $y }(?, 2); $half(8))", 4]],
};
