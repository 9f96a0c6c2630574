import type { EvaluateBuiltin } from "../builtin.ts";
import { formatDateTime } from "../date-time/format-date-time.ts";

/** `$now` */
export const evaluateNow: EvaluateBuiltin = ([picture, timezone], { frame }) => {
  return formatDateTime(frame.run.now, picture as string | undefined, timezone as string | undefined);
};
