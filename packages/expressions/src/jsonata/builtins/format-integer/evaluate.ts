import type { EvaluateBuiltin } from "../builtin.ts";
import { formatInteger } from "../integer/format-integer.ts";
import { readIntegerPicture } from "../integer/integer-picture.ts";

/** `$formatInteger` */
export const evaluateFormatInteger: EvaluateBuiltin = ([value, picture]) => {
  if (value === undefined) return undefined;
  return formatInteger(Math.floor(value as number), readIntegerPicture(String(picture)));
};
