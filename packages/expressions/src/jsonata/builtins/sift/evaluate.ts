import { callBack } from "../../evaluate/apply.ts";
import { isFields, setField } from "../../evaluate/fields.ts";
import { isTruthy } from "../../evaluate/truth.ts";
import type { Fields } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$sift` */
export const evaluateSift: EvaluateBuiltin = ([object, condition], site) => {
  if (!isFields(object)) return undefined;
  const kept: Fields = {};
  for (const [name, value] of Object.entries(object)) {
    site.frame.run.meter.step();
    if (isTruthy(callBack(condition, [value, name, object], site))) setField(kept, name, value);
  }
  return Object.keys(kept).length === 0 ? undefined : kept;
};
