import type { EvaluateBuiltin } from "../builtin.ts";
import { roundHalfEven } from "../rounding.ts";

/** `$round` */
export const evaluateRound: EvaluateBuiltin = ([value, places]) => {
  return value === undefined ? undefined : roundHalfEven(value as number, places as number | undefined);
};
