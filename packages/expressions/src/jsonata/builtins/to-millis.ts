import type { Builtin } from "./builtin.ts";
import { toMillis } from "./date-time/to-millis.ts";

/** `$toMillis` */
export const builtinToMillis: Builtin = {
  name: "toMillis",
  signature: "<s-s?:n>",
  arity: 2,
  doc: "The milliseconds since 1970 of a time that is given as text.",
  examples: [['$toMillis("2017-11-07T15:12:37.121Z")', 1510067557121]],
  evaluate([timestamp, picture], { frame }) {
    if (timestamp === undefined) return undefined;
    return toMillis(timestamp as string, picture as string | undefined, frame.run.now);
  },
};
