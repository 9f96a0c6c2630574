import type { Builtin } from "./builtin.ts";
import { readIntegerPicture } from "./integer/integer-picture.ts";
import { integerReader } from "./integer/parse-integer.ts";

/** `$parseInteger` */
export const builtinParseInteger: Builtin = {
  name: "parseInteger",
  signature: "<s-s:n>",
  arity: 2,
  doc: "The integer that was written as a picture says.",
  examples: [["$parseInteger('12,345', '#,##0')", 12345]],
  evaluate([text, picture]) {
    if (text === undefined) return undefined;
    return integerReader(readIntegerPicture(String(picture))).parse(text as string);
  },
};
