import { setField } from "../../evaluate/fields.ts";
import type { Fields } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$merge` */
export const evaluateMerge: EvaluateBuiltin = ([objects], { frame }) => {
  if (objects === undefined) return undefined;
  const merged: Fields = {};
  for (const object of objects as Fields[]) {
    frame.run.meter.step();
    for (const name of Object.keys(object)) setField(merged, name, object[name]);
  }
  return merged;
};
