import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$parse` without running it. */
export const parseFacts: BuiltinFacts = {
  name: "parse",
  signature: "<s-:x>",
  arity: 1,
  only: "aws",
  doc: "The value that a JSON text stands for.",
  examples: [
    ["$parse('[1, 2]')", [1, 2]],
    ["$parse('-0')", 0],
  ],
};
