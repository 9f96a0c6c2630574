import type { Fields } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";
import { formatNumber } from "./number-picture/format-number.ts";

/** `$formatNumber` */
export const builtinFormatNumber: Builtin = {
  name: "formatNumber",
  signature: "<n-so?:s>",
  arity: 3,
  doc: "The number as a picture says.",
  examples: [["$formatNumber(12345.6, '#,###.00')", "12,345.60"]],
  evaluate([value, picture, options], { frame }) {
    if (value === undefined) return undefined;
    return formatNumber(value as number, String(picture), (options ?? {}) as Fields, frame.run.meter);
  },
};
