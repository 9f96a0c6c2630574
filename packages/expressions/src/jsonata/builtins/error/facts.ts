import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$error` without running it. */
export const errorFacts: BuiltinFacts = {
  name: "error",
  signature: "<s?:x>",
  arity: 1,
  doc: "Ends the evaluation with a message.",
  examples: [["$exists($error)", true]],
};
