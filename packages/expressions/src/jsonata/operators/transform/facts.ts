import type { OperatorFacts } from "../operator.ts";

/** What is known of `|…|…|` without running it. */
export const transformOperator: OperatorFacts = {
  symbol: "|…|…|",
  name: "transform",
  signature: "<(oa):o>",
  doc: "A function that changes what a pattern finds in a copy of its argument.",
  examples: [["{'a': {'b': 1}} ~> |a|{'c': 2}, 'b'|", { a: { c: 2 } }]],
};
