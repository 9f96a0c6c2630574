import type { Builtin } from "./builtin.ts";
import { roundHalfEven } from "./rounding.ts";

/** `$round` */
export const builtinRound: Builtin = {
  name: "round",
  signature: "<n-n?:n>",
  arity: 2,
  doc: "The number rounded to so many decimal places; halves go to the even neighbour.",
  examples: [
    ["$round(2.5)", 2],
    ["$round(1.2345, 2)", 1.23],
  ],
  evaluate([value, places]) {
    return value === undefined ? undefined : roundHalfEven(value as number, places as number | undefined);
  },
};
