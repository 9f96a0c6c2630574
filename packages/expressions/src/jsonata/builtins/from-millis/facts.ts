import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$fromMillis` without running it. */
export const fromMillisFacts: BuiltinFacts = {
  name: "fromMillis",
  signature: "<n-s?s?:s>",
  arity: 3,
  doc: "A time in milliseconds since 1970 as text.",
  examples: [["$fromMillis(1510067557121)", "2017-11-07T15:12:37.121Z"]],
};
