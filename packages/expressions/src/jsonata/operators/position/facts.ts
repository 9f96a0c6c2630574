import type { OperatorFacts } from "../operator.ts";

/** What is known of `…#$…` without running it. */
export const positionOperator: OperatorFacts = {
  symbol: "…#$…",
  name: "positional variable",
  signature: "<x:x>",
  doc: "Binds the position of each item to a variable.",
  examples: [["{'a': ['x', 'y']}.a#$i.($ & $i)", ["x0", "y1"]]],
};
