import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$type` without running it. */
export const typeFacts: BuiltinFacts = {
  name: "type",
  signature: "<x:s>",
  arity: 1,
  doc: "The type of a value: 'null', 'number', 'string', 'boolean', 'array', 'object' or 'function'.",
  examples: [
    ["$type([])", "array"],
    ["$type(null)", "null"],
  ],
};
