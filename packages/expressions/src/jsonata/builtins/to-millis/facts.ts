import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$toMillis` without running it. */
export const toMillisFacts: BuiltinFacts = {
  name: "toMillis",
  signature: "<s-s?:n>",
  arity: 2,
  doc: "The milliseconds since 1970 of a time that is given as text.",
  examples: [['$toMillis("2017-11-07T15:12:37.121Z")', 1510067557121]],
};
