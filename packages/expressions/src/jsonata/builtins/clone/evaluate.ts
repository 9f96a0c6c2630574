import { clone } from "../../evaluate/clone.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$clone` */
export const evaluateClone: EvaluateBuiltin = ([value], { frame }) => {
  return value === undefined ? undefined : clone(value, frame.run.meter);
};
