import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$sort` without running it. */
export const sortFacts: BuiltinFacts = {
  name: "sort",
  signature: "<af?:a>",
  arity: 2,
  doc: "The items in order; a function of two items tells whether they must change places.",
  examples: [
    ["$sort([3, 1, 2])", [1, 2, 3]],
    ["$sort([1, 2, 3], function($l, $r) { $l < $r })", [3, 2, 1]],
  ],
};
