import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$count` */
export const evaluateCount: EvaluateBuiltin = ([items]) => {
  return items === undefined ? 0 : (items as Value[]).length;
};
