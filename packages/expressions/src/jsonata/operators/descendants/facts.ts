import type { OperatorFacts } from "../operator.ts";

/** What is known of `**` without running it. */
export const descendantsOperator: OperatorFacts = {
  symbol: "**",
  name: "every level",
  signature: "<:x>",
  doc: "The context and everything below it.",
  examples: [["$count({'a': {'b': 1}}.**)", 3]],
};
