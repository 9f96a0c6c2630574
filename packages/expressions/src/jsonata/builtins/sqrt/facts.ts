import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$sqrt` without running it. */
export const sqrtFacts: BuiltinFacts = {
  name: "sqrt",
  signature: "<n-:n>",
  arity: 1,
  doc: "The square root.",
  examples: [["$sqrt(9)", 3]],
};
