import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$parseInteger` without running it. */
export const parseIntegerFacts: BuiltinFacts = {
  name: "parseInteger",
  signature: "<s-s:n>",
  arity: 2,
  doc: "The integer that was written as a picture says.",
  examples: [["$parseInteger('12,345', '#,##0')", 12345]],
};
