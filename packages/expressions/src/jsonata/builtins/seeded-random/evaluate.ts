import { firstDouble } from "../../../random/java-random.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$random` */
export const evaluateSeededRandom: EvaluateBuiltin = ([seed], { frame }) => {
  return seed === undefined ? frame.run.random() : firstDouble(seed as number);
};
