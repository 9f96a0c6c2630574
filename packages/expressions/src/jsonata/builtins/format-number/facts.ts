import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$formatNumber` without running it. */
export const formatNumberFacts: BuiltinFacts = {
  name: "formatNumber",
  signature: "<n-so?:s>",
  arity: 3,
  doc: "The number as a picture says.",
  examples: [["$formatNumber(12345.6, '#,###.00')", "12,345.60"]],
};
