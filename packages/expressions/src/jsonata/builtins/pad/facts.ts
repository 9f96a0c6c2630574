import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$pad` without running it. */
export const padFacts: BuiltinFacts = {
  name: "pad",
  signature: "<s-ns?:s>",
  arity: 3,
  doc: "The text filled up to a width: at its end, or at its start for a negative width.",
  examples: [
    ["$pad('5', -3, '0')", "005"],
    ["$pad('ab', 4)", "ab  "],
  ],
};
