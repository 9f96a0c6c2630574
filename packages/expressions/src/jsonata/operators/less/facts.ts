import type { OperatorFacts } from "../operator.ts";

/** What is known of `<` without running it. */
export const lessOperator: OperatorFacts = {
  symbol: "<",
  name: "less than",
  signature: "<(sn)(sn):b>",
  doc: "Whether the first of two numbers or two texts comes before the second.",
  examples: [
    ["1 < 2", true],
    ["'a' < 'b'", true],
  ],
};
