import type { OperatorFacts } from "../operator.ts";

/** What is known of `…{…}` without running it. */
export const groupOperator: OperatorFacts = {
  symbol: "…{…}",
  name: "group",
  signature: "<xx:o>",
  doc: "An object of the items, put together by key.",
  examples: [["[{'k': 'a', 'n': 1}, {'k': 'b', 'n': 2}, {'k': 'a', 'n': 3}]{k: $sum(n)}", { a: 4, b: 2 }]],
};
