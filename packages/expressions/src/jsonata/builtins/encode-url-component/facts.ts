import type { BuiltinFacts } from "../facts.ts";

/** What is known of `$encodeUrlComponent` without running it. */
export const encodeUrlComponentFacts: BuiltinFacts = {
  name: "encodeUrlComponent",
  signature: "<s-:s>",
  arity: 1,
  doc: "The text as a part of a URL.",
  examples: [["$encodeUrlComponent('?x=test')", "%3Fx%3Dtest"]],
};
