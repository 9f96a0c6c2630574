import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$lookup` without running it. */
export const lookupFacts: BuiltinFacts = {
  name: "lookup",
  signature: "<x-s:x>",
  arity: 2,
  doc: "The field of an object by its name, or of every object of an array.",
  examples: [["$lookup({'a b': 1}, 'a b')", 1]],
};
