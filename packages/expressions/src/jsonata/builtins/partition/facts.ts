import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$partition` without running it. */
export const partitionFacts: BuiltinFacts = {
  name: "partition",
  signature: "<an:a>",
  arity: 2,
  only: "aws",
  doc: "The items in arrays of a size.",
  examples: [["$partition([1, 2, 3], 2)", [[1, 2], [3]]]],
};
