import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$substringAfter` without running it. */
export const substringAfterFacts: BuiltinFacts = {
  name: "substringAfter",
  signature: "<s-s:s>",
  arity: 2,
  doc: "What stands after the first occurrence of a text; all of it when there is none.",
  examples: [["$substringAfter('Hello World', ' ')", "World"]],
};
