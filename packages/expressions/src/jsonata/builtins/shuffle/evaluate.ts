import { bytesPerItem } from "../../evaluate/meter.ts";
import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$shuffle` */
export const evaluateShuffle: EvaluateBuiltin = ([items], { frame }) => {
  const list = items as Value[] | undefined;
  if (list === undefined || list.length <= 1) return list;
  const { run } = frame;
  run.meter.allocate(list.length * bytesPerItem);
  const shuffled: Value[] = [];
  for (const [index, item] of list.entries()) {
    const place = Math.floor(run.random() * (index + 1));
    shuffled.push(shuffled[place]);
    shuffled[place] = item;
  }
  return shuffled;
};
