import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$substringBefore` without running it. */
export const substringBeforeFacts: BuiltinFacts = {
  name: "substringBefore",
  signature: "<s-s:s>",
  arity: 2,
  doc: "What stands before the first occurrence of a text; all of it when there is none.",
  examples: [["$substringBefore('Hello World', ' ')", "Hello"]],
};
