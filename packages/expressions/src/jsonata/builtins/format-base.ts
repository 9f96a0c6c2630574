import { fail } from "../evaluate/failure.ts";
import type { Builtin } from "./builtin.ts";
import { roundHalfEven } from "./rounding.ts";

/** `$formatBase` */
export const builtinFormatBase: Builtin = {
  name: "formatBase",
  signature: "<n-n?:s>",
  arity: 2,
  doc: "The number rounded to an integer and written in a base from 2 to 36; 10 by default.",
  examples: [["$formatBase(100, 2)", "1100100"]],
  evaluate([value, base], { span }) {
    if (value === undefined) return undefined;
    const radix = base === undefined ? 10 : roundHalfEven(base as number);
    if (radix < 2 || radix > 36) return fail("D3100", { value: radix }, span);
    return roundHalfEven(value as number).toString(radix);
  },
};
