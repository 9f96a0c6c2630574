import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$number` without running it. */
export const numberFacts: BuiltinFacts = {
  name: "number",
  signature: "<(nsb)-:n>",
  arity: 1,
  doc: "The number that a text stands for; true is 1, false is 0.",
  examples: [
    ["$number('1.5')", 1.5],
    ["$number('0x1F')", 31],
  ],
};
