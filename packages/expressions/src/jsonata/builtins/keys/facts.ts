import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$keys` without running it. */
export const keysFacts: BuiltinFacts = {
  name: "keys",
  signature: "<x-:a<s>>",
  arity: 1,
  doc: "The names of the fields of an object, or of every object of an array.",
  examples: [["$keys({'a': 1, 'b': 2})", ["a", "b"]]],
};
