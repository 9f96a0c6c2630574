import { callBack } from "../../evaluate/apply.ts";
import { sequenceOf, type Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$map` */
export const evaluateMap: EvaluateBuiltin = ([items, mapping], site) => {
  if (items === undefined) return undefined;
  const results = sequenceOf();
  for (const [index, item] of (items as Value[]).entries()) {
    site.frame.run.meter.step();
    const result = callBack(mapping, [item, index, items], site);
    if (result !== undefined) results.push(result);
  }
  return results;
};
