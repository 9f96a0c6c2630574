import { fail } from "../evaluate/failure.ts";
import type { Builtin } from "./builtin.ts";

/** `$power` */
export const builtinPower: Builtin = {
  name: "power",
  signature: "<n-n:n>",
  arity: 2,
  doc: "The first number to the power of the second.",
  examples: [["$power(2, 8)", 256]],
  evaluate([base, exponent], { span }) {
    if (base === undefined) return undefined;
    const result = (base as number) ** (exponent as number);
    return Number.isFinite(result) ? result : fail("D3061", { value: base, exp: exponent, index: 1 }, span);
  },
};
