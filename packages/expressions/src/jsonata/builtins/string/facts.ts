import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$string` without running it. */
export const stringFacts: BuiltinFacts = {
  name: "string",
  signature: "<x-b?:s>",
  arity: 1,
  partial: false,
  doc: "The value as text: JSON, but for strings, which stay as they are; numbers with 15 digits.",
  examples: [
    ["$string({'a': 1})", '{"a":1}'],
    ["$string(0.1 + 0.2)", "0.3"],
  ],
};
