import type { OperatorFacts } from "../operator.ts";

/** What is known of `function(…){…}` without running it. */
export const lambdaOperator: OperatorFacts = {
  symbol: "function(…){…}",
  name: "function",
  signature: "<x+:f>",
  doc: "A function; it remembers the variables around it.",
  examples: [["function($x){ $x * 2 }(4)", 8]],
};
