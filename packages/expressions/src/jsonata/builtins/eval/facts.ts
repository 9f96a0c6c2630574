import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$eval` without running it. */
export const evaluateTextFacts: BuiltinFacts = {
  name: "eval",
  signature: "<sx?:x>",
  arity: 2,
  only: "plain",
  doc: "Evaluates a text as an expression. Step Functions does not have it.",
  examples: [["$eval('1 + 2')", 3]],
};
