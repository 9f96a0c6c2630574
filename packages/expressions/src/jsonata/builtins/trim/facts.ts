import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$trim` without running it. */
export const trimFacts: BuiltinFacts = {
  name: "trim",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text without blanks at its ends, and with single blanks inside.",
  examples: [["$trim('  a   b ')", "a b"]],
};
