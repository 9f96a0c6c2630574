import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$append` without running it. */
export const appendFacts: BuiltinFacts = {
  name: "append",
  signature: "<xx:a>",
  arity: 2,
  doc: "Two values one after the other in one array.",
  examples: [["$append([1, 2], 3)", [1, 2, 3]]],
};
