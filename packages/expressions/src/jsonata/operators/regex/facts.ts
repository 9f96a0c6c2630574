import type { OperatorFacts } from "../operator.ts";

/** What is known of `/…/` without running it. */
export const regexOperator: OperatorFacts = {
  symbol: "/…/",
  name: "regular expression",
  signature: "<s:o>",
  doc: "A function that finds a pattern in a text; the flags are `i` and `m`.",
  examples: [["$contains('Hello', /L+/i)", true]],
};
