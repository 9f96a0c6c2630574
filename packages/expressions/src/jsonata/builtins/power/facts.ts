import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$power` without running it. */
export const powerFacts: BuiltinFacts = {
  name: "power",
  signature: "<n-n:n>",
  arity: 2,
  doc: "The first number to the power of the second.",
  examples: [["$power(2, 8)", 256]],
};
