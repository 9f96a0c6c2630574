import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$reduce` without running it. */
export const reduceFacts: BuiltinFacts = {
  name: "reduce",
  signature: "<afj?:j>",
  arity: 3,
  doc: "Calls a function with the result so far and the next item; the last result.",
  examples: [["$reduce([1, 2, 3], function($sum, $v) { $sum + $v })", 6]],
};
