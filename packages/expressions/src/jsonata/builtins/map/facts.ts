import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$map` without running it. */
export const mapFacts: BuiltinFacts = {
  name: "map",
  signature: "<af>",
  arity: 2,
  doc: "The results of calling a function with every item (and its index, and the array).",
  examples: [["$map([1, 2], function($v) { $v * 2 })", [2, 4]]],
};
