import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$formatInteger` without running it. */
export const formatIntegerFacts: BuiltinFacts = {
  name: "formatInteger",
  signature: "<n-s:s>",
  arity: 2,
  doc: "The number, rounded down, as a picture says: digits, letters, Roman numerals or words.",
  examples: [
    ["$formatInteger(2789, 'w')", "two thousand, seven hundred and eighty-nine"],
    ["$formatInteger(12, 'I')", "XII"],
  ],
};
