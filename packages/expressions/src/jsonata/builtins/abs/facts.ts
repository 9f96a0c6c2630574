import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$abs` without running it. */
export const absFacts: BuiltinFacts = {
  name: "abs",
  signature: "<n-:n>",
  arity: 1,
  doc: "The number without its sign.",
  examples: [["$abs(-5)", 5]],
};
