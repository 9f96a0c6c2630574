import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$spread` without running it. */
export const spreadFacts: BuiltinFacts = {
  name: "spread",
  signature: "<x-:a<o>>",
  arity: 1,
  doc: "An object for every field of an object, or of every object of an array.",
  examples: [["$spread({'a': 1, 'b': 2})", [{ a: 1 }, { b: 2 }]]],
};
