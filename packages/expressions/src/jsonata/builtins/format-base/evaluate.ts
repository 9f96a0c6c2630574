import { fail } from "../../evaluate/failure.ts";
import type { EvaluateBuiltin } from "../builtin.ts";
import { roundHalfEven } from "../rounding.ts";

/** `$formatBase` */
export const evaluateFormatBase: EvaluateBuiltin = ([value, base], { span }) => {
  if (value === undefined) return undefined;
  const radix = base === undefined ? 10 : roundHalfEven(base as number);
  if (radix < 2 || radix > 36) return fail("D3100", { value: radix }, span);
  return roundHalfEven(value as number).toString(radix);
};
