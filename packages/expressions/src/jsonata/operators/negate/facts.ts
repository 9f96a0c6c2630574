import type { OperatorFacts } from "../operator.ts";

/** What is known of `-…` without running it. */
export const negateOperator: OperatorFacts = {
  symbol: "-…",
  name: "negative",
  signature: "<n:n>",
  doc: "The number with the other sign.",
  examples: [["-($abs(-2))", -2]],
};
