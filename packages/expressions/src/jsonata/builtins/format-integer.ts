import type { Builtin } from "./builtin.ts";
import { formatInteger } from "./integer/format-integer.ts";
import { readIntegerPicture } from "./integer/integer-picture.ts";

/** `$formatInteger` */
export const builtinFormatInteger: Builtin = {
  name: "formatInteger",
  signature: "<n-s:s>",
  arity: 2,
  doc: "The number, rounded down, as a picture says: digits, letters, Roman numerals or words.",
  examples: [
    ["$formatInteger(2789, 'w')", "two thousand, seven hundred and eighty-nine"],
    ["$formatInteger(12, 'I')", "XII"],
  ],
  evaluate([value, picture]) {
    if (value === undefined) return undefined;
    return formatInteger(Math.floor(value as number), readIntegerPicture(String(picture)));
  },
};
