import type { Builtin } from "./builtin.ts";
import { formatDateTime } from "./date-time/format-date-time.ts";

/** `$now` */
export const builtinNow: Builtin = {
  name: "now",
  signature: "<s?s?:s>",
  arity: 2,
  doc: "The time of the evaluation as text.",
  examples: [["$now('[Y]', '+0000')", "1970"]],
  evaluate([picture, timezone], { frame }) {
    return formatDateTime(frame.run.now, picture as string | undefined, timezone as string | undefined);
  },
};
