import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$boolean` without running it. */
export const booleanFacts: BuiltinFacts = {
  name: "boolean",
  signature: "<x-:b>",
  arity: 1,
  doc: "Whether the value counts as true.",
  examples: [
    ["$boolean([0, 1])", true],
    ["$boolean({})", false],
  ],
};
