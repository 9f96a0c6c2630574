import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$single` without running it. */
export const singleFacts: BuiltinFacts = {
  name: "single",
  signature: "<af?>",
  arity: 2,
  doc: "The one item for which a function gives what counts as true; none or several is an error.",
  examples: [["$single([1, 2, 3], function($v) { $v > 2 })", 3]],
};
