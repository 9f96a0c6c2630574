import type { EvaluateBuiltin } from "../builtin.ts";
import { toMillis } from "../date-time/to-millis.ts";

/** `$toMillis` */
export const evaluateToMillis: EvaluateBuiltin = ([timestamp, picture], { frame }) => {
  if (timestamp === undefined) return undefined;
  return toMillis(timestamp as string, picture as string | undefined, frame.run);
};
