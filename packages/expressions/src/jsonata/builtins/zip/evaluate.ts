import { bytesPerItem } from "../../evaluate/meter.ts";
import { isList, type Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$zip` */
export const evaluateZip: EvaluateBuiltin = (lists, { frame }) => {
  const length = Math.min(...lists.map((list) => (isList(list) ? list.length : 0)));
  frame.run.meter.allocate(length * lists.length * bytesPerItem);
  return Array.from({ length }, (_, index) => lists.map((list) => (list as Value[])[index]));
};
