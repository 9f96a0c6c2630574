import { fail } from "../evaluate/failure.ts";
import type { Builtin } from "./builtin.ts";

/** `$sqrt` */
export const builtinSqrt: Builtin = {
  name: "sqrt",
  signature: "<n-:n>",
  arity: 1,
  doc: "The square root.",
  examples: [["$sqrt(9)", 3]],
  evaluate([value], { span }) {
    if (value === undefined) return undefined;
    if ((value as number) < 0) return fail("D3060", { value, index: 1 }, span);
    return Math.sqrt(value as number);
  },
};
