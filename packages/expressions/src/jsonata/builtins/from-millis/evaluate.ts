import type { EvaluateBuiltin } from "../builtin.ts";
import { formatDateTime } from "../date-time/format-date-time.ts";

/** `$fromMillis` */
export const evaluateFromMillis: EvaluateBuiltin = ([millis, picture, timezone]) => {
  if (millis === undefined) return undefined;
  return formatDateTime(millis as number, picture as string | undefined, timezone as string | undefined);
};
