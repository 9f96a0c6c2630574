import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$encodeUrl` without running it. */
export const encodeUrlFacts: BuiltinFacts = {
  name: "encodeUrl",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text as a URL.",
  examples: [["$encodeUrl('a b?c=d')", "a%20b?c=d"]],
};
