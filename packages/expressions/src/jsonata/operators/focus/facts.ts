import type { OperatorFacts } from "../operator.ts";

/** What is known of `…@$…` without running it. */
export const focusOperator: OperatorFacts = {
  symbol: "…@$…",
  name: "context variable",
  signature: "<x:x>",
  doc: "Binds each item to a variable and leaves the context where it was.",
  examples: [["{'a': [1, 2]}.a@$v.($v * 10)", [10, 20]]],
};
