import { callBack } from "../../evaluate/apply.ts";
import { isTruthy } from "../../evaluate/truth.ts";
import { sequenceOf, type Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$filter` */
export const evaluateFilter: EvaluateBuiltin = ([items, condition], site) => {
  if (items === undefined) return undefined;
  const kept = sequenceOf();
  for (const [index, item] of (items as Value[]).entries()) {
    site.frame.run.meter.step();
    if (isTruthy(callBack(condition, [item, index, items], site))) kept.push(item);
  }
  return kept;
};
