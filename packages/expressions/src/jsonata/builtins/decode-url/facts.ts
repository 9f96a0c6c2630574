import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$decodeUrl` without running it. */
export const decodeUrlFacts: BuiltinFacts = {
  name: "decodeUrl",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text that a URL stands for.",
  examples: [["$decodeUrl('a%20b?c=d')", "a b?c=d"]],
};
