import type { Builtin } from "./builtin.ts";
import { formatDateTime } from "./date-time/format-date-time.ts";

/** `$fromMillis` */
export const builtinFromMillis: Builtin = {
  name: "fromMillis",
  signature: "<n-s?s?:s>",
  arity: 3,
  doc: "A time in milliseconds since 1970 as text.",
  examples: [["$fromMillis(1510067557121)", "2017-11-07T15:12:37.121Z"]],
  evaluate([millis, picture, timezone]) {
    if (millis === undefined) return undefined;
    return formatDateTime(millis as number, picture as string | undefined, timezone as string | undefined);
  },
};
