import type { EvaluateBuiltin } from "../builtin.ts";
import { readIntegerPicture } from "../integer/integer-picture.ts";
import { integerReader } from "../integer/parse-integer.ts";

/** `$parseInteger` */
export const evaluateParseInteger: EvaluateBuiltin = ([text, picture]) => {
  if (text === undefined) return undefined;
  return integerReader(readIntegerPicture(String(picture))).parse(text as string);
};
