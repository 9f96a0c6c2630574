import type { OperatorFacts } from "../operator.ts";

/** What is known of `…(…)` without running it. */
export const callOperator: OperatorFacts = {
  symbol: "…(…)",
  name: "call",
  signature: "<fx+:x>",
  doc: "Calls a function.",
  examples: [["$sum([1, 2])", 3]],
};
