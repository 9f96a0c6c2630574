import type { OperatorFacts } from "../operator.ts";

/** What is known of `(…; …)` without running it. */
export const blockOperator: OperatorFacts = {
  symbol: "(…; …)",
  name: "block",
  signature: "<x+:x>",
  doc: "Evaluates one expression after the other; the value is that of the last.",
  examples: [["($x := 2; $x * $x)", 4]],
};
