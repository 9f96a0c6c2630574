import { failPlainly } from "../evaluate/failure.ts";
import { bytesPerItem } from "../evaluate/meter.ts";
import type { Value } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$partition` */
export const builtinPartition: Builtin = {
  name: "partition",
  signature: "<an:a>",
  arity: 2,
  only: "aws",
  doc: "The items in arrays of a size.",
  examples: [["$partition([1, 2, 3], 2)", [[1, 2], [3]]]],
  evaluate([items, size], { frame, span }) {
    if (items === undefined || size === undefined) return undefined;
    const length = Math.trunc(size as number);
    if (length < 1) return failPlainly(`The size of a partition must be at least 1, but was ${size}`, span);
    const list = items as Value[];
    frame.run.meter.allocate(list.length * bytesPerItem);
    const parts: Value[] = [];
    for (let index = 0; index < list.length; index += length) parts.push(list.slice(index, index + length));
    return parts;
  },
};
