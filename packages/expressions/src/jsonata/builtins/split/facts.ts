import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$split` without running it. */
export const splitFacts: BuiltinFacts = {
  name: "split",
  signature: "<s-(sf)n?:a<s>>",
  arity: 3,
  doc: "The parts of a text between separators.",
  examples: [
    ["$split('a,b,c', ',')", ["a", "b", "c"]],
    ["$split('a1b22c', /[0-9]+/)", ["a", "b", "c"]],
  ],
};
