import { bytesPerItem } from "../evaluate/meter.ts";
import { isList, type Value } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$zip` */
export const builtinZip: Builtin = {
  name: "zip",
  signature: "<a+>",
  arity: 0,
  doc: "Arrays of the first items, the second items and so on, as long as every array has one.",
  examples: [
    [
      "$zip([1, 2], ['a', 'b'])",
      [
        [1, "a"],
        [2, "b"],
      ],
    ],
  ],
  evaluate(lists, { frame }) {
    const length = Math.min(...lists.map((list) => (isList(list) ? list.length : 0)));
    frame.run.meter.allocate(length * lists.length * bytesPerItem);
    return Array.from({ length }, (_, index) => lists.map((list) => (list as Value[])[index]));
  },
};
