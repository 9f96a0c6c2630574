import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$not` without running it. */
export const notFacts: BuiltinFacts = {
  name: "not",
  signature: "<x-:b>",
  arity: 1,
  doc: "True for a value that counts as false, and the other way round.",
  examples: [["$not(0)", true]],
};
