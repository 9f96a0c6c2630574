import type { Fields } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";
import { formatNumber } from "../number-picture/format-number.ts";

/** `$formatNumber` */
export const evaluateFormatNumber: EvaluateBuiltin = ([value, picture, options], { frame }) => {
  if (value === undefined) return undefined;
  return formatNumber(value as number, String(picture), (options ?? {}) as Fields, frame.run.meter);
};
