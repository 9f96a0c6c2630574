import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$ceil` without running it. */
export const ceilFacts: BuiltinFacts = {
  name: "ceil",
  signature: "<n-:n>",
  arity: 1,
  doc: "The number rounded up.",
  examples: [["$ceil(1.2)", 2]],
};
