import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$sift` without running it. */
export const siftFacts: BuiltinFacts = {
  name: "sift",
  signature: "<o-f?:o>",
  arity: 2,
  doc: "The fields for which a function of value and name gives what counts as true.",
  examples: [["$sift({'a': 1, 'b': 2}, function($v, $k) { $k = 'b' })", { b: 2 }]],
};
