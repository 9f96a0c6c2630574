import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$formatBase` without running it. */
export const formatBaseFacts: BuiltinFacts = {
  name: "formatBase",
  signature: "<n-n?:s>",
  arity: 2,
  doc: "The number rounded to an integer and written in a base from 2 to 36; 10 by default.",
  examples: [["$formatBase(100, 2)", "1100100"]],
};
