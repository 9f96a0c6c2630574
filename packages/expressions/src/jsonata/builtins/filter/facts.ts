import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$filter` without running it. */
export const filterFacts: BuiltinFacts = {
  name: "filter",
  signature: "<af>",
  arity: 2,
  doc: "The items for which a function gives what counts as true.",
  examples: [["$filter([1, 2, 3], function($v) { $v > 1 })", [2, 3]]],
};
