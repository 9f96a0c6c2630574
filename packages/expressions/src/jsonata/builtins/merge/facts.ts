import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$merge` without running it. */
export const mergeFacts: BuiltinFacts = {
  name: "merge",
  signature: "<a<o>:o>",
  arity: 1,
  doc: "One object with the fields of all objects of an array; the later ones win.",
  examples: [["$merge([{'a': 1}, {'a': 2, 'b': 3}])", { a: 2, b: 3 }]],
};
