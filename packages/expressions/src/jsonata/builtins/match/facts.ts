import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$match` without running it. */
export const matchFacts: BuiltinFacts = {
  name: "match",
  signature: "<s-f<s:o>n?:a<o>>",
  arity: 3,
  doc: "Every match of a regular expression: its text, its index and its groups.",
  examples: [["$match('a1b2', /[a-z]([0-9])/, 1)", { match: "a1", index: 0, groups: ["1"] }]],
};
