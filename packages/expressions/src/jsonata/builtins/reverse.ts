import { bytesPerItem } from "../evaluate/meter.ts";
import type { Value } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$reverse` */
export const builtinReverse: Builtin = {
  name: "reverse",
  signature: "<a:a>",
  arity: 1,
  doc: "The items in the opposite order.",
  examples: [["$reverse([1, 2, 3])", [3, 2, 1]]],
  evaluate([items], { frame }) {
    const list = items as Value[] | undefined;
    if (list === undefined || list.length <= 1) return list;
    frame.run.meter.allocate(list.length * bytesPerItem);
    return list.toReversed();
  },
};
