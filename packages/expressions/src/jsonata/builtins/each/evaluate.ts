import { callBack } from "../../evaluate/apply.ts";
import { isFields } from "../../evaluate/fields.ts";
import { sequenceOf } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$each` */
export const evaluateEach: EvaluateBuiltin = ([object, mapping], site) => {
  const results = sequenceOf();
  if (!isFields(object)) return results;
  for (const [name, value] of Object.entries(object)) {
    site.frame.run.meter.step();
    const result = callBack(mapping, [value, name, object], site);
    if (result !== undefined) results.push(result);
  }
  return results;
};
