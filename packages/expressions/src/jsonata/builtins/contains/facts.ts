import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$contains` without running it. */
export const containsFacts: BuiltinFacts = {
  name: "contains",
  signature: "<s-(sf):b>",
  arity: 2,
  doc: "Whether a text contains another one, or a match of a regular expression.",
  examples: [
    ["$contains('Hello', 'ell')", true],
    ["$contains('Hello', /^h/i)", true],
  ],
};
