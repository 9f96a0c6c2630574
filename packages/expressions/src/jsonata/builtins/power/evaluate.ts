import { fail } from "../../evaluate/failure.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$power` */
export const evaluatePower: EvaluateBuiltin = ([base, exponent], { span }) => {
  if (base === undefined) return undefined;
  const result = (base as number) ** (exponent as number);
  return Number.isFinite(result) ? result : fail("D3061", { value: base, exp: exponent, index: 1 }, span);
};
