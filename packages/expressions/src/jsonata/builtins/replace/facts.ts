import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$replace` without running it. */
export const replaceFacts: BuiltinFacts = {
  name: "replace",
  signature: "<s-(sf)(sf)n?:s>",
  arity: 4,
  doc: "The text with the matches of a text or regular expression replaced.",
  examples: [
    ["$replace('a-b', '-', '+')", "a+b"],
    ["$replace('John Smith', /(\\w+) (\\w+)/, '$2 $1')", "Smith John"],
  ],
};
