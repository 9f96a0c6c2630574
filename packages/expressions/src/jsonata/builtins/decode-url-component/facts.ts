import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$decodeUrlComponent` without running it. */
export const decodeUrlComponentFacts: BuiltinFacts = {
  name: "decodeUrlComponent",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text that a part of a URL stands for.",
  examples: [["$decodeUrlComponent('%3Fx%3Dtest')", "?x=test"]],
};
