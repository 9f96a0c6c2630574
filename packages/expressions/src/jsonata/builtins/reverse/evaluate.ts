import { bytesPerItem } from "../../evaluate/meter.ts";
import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$reverse` */
export const evaluateReverse: EvaluateBuiltin = ([items], { frame }) => {
  const list = items as Value[] | undefined;
  if (list === undefined || list.length <= 1) return list;
  frame.run.meter.allocate(list.length * bytesPerItem);
  return list.toReversed();
};
