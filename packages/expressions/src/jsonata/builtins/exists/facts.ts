import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$exists` without running it. */
export const existsFacts: BuiltinFacts = {
  name: "exists",
  signature: "<x:b>",
  arity: 1,
  doc: "Whether there is a value; null is one.",
  examples: [
    ["$exists(null)", true],
    ["$exists({}.toString)", false],
  ],
};
