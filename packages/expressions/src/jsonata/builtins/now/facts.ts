import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$now` without running it. */
export const nowFacts: BuiltinFacts = {
  name: "now",
  signature: "<s?s?:s>",
  arity: 2,
  doc: "The time of the evaluation as text.",
  examples: [["$now('[Y]', '+0000')", "1970"]],
};
