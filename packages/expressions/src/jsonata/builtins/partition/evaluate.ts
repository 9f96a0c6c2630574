import { failPlainly } from "../../evaluate/failure.ts";
import { bytesPerItem } from "../../evaluate/meter.ts";
import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$partition` */
export const evaluatePartition: EvaluateBuiltin = ([items, size], { frame, span }) => {
  if (items === undefined || size === undefined) return undefined;
  const length = Math.trunc(size as number);
  if (length < 1) return failPlainly(`The size of a partition must be at least 1, but was ${size}`, span);
  const list = items as Value[];
  frame.run.meter.allocate(list.length * bytesPerItem);
  const parts: Value[] = [];
  for (let index = 0; index < list.length; index += length) parts.push(list.slice(index, index + length));
  return parts;
};
