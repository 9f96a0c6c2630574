import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$each` without running it. */
export const eachFacts: BuiltinFacts = {
  name: "each",
  signature: "<o-f:a>",
  arity: 2,
  doc: "The results of calling a function with the value and the name of every field.",
  examples: [["$each({'a': 1}, function($v, $k) { $k & $v })", "a1"]],
};
