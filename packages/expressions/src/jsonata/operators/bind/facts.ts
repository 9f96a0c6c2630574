import type { OperatorFacts } from "../operator.ts";

/** What is known of `$… := …` without running it. */
export const bindOperator: OperatorFacts = {
  symbol: "$… := …",
  name: "variable",
  signature: "<x:x>",
  doc: "Binds a value to a variable up to the end of the block.",
  examples: [["($x := 2; $x + 1)", 3]],
};
