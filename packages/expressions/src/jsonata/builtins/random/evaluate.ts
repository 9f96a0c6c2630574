import type { EvaluateBuiltin } from "../builtin.ts";

/** `$random` */
export const evaluateRandom: EvaluateBuiltin = (_, { frame }) => {
  return frame.run.random();
};
