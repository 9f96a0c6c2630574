import type { OperatorFacts } from "../operator.ts";

/** What is known of `[…]` without running it. */
export const arrayOperator: OperatorFacts = {
  symbol: "[…]",
  name: "array constructor",
  signature: "<x+:a>",
  doc: "An array; items that are arrays are spread unless they are written as arrays themselves.",
  examples: [
    ["[1, [2, 3]]", [1, [2, 3]]],
    ["($x := [2, 3]; [1, $x])", [1, 2, 3]],
  ],
};
