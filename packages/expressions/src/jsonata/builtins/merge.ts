import { setField } from "../evaluate/fields.ts";
import type { Fields } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$merge` */
export const builtinMerge: Builtin = {
  name: "merge",
  signature: "<a<o>:o>",
  arity: 1,
  doc: "One object with the fields of all objects of an array; the later ones win.",
  examples: [["$merge([{'a': 1}, {'a': 2, 'b': 3}])", { a: 2, b: 3 }]],
  evaluate([objects], { frame }) {
    if (objects === undefined) return undefined;
    const merged: Fields = {};
    for (const object of objects as Fields[]) {
      frame.run.meter.step();
      for (const [name, value] of Object.entries(object)) setField(merged, name, value);
    }
    return merged;
  },
};
