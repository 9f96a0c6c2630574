import type { EvaluateBuiltin } from "../builtin.ts";

/** `$millis` */
export const evaluateMillis: EvaluateBuiltin = (_, { frame }) => {
  return frame.run.now;
};
