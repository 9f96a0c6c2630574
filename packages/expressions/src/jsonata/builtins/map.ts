import { callBack } from "../evaluate/apply.ts";
import { sequenceOf, type Value } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$map` */
export const builtinMap: Builtin = {
  name: "map",
  signature: "<af>",
  arity: 2,
  doc: "The results of calling a function with every item (and its index, and the array).",
  examples: [["$map([1, 2], function($v) { $v * 2 })", [2, 4]]],
  evaluate([items, mapping], site) {
    if (items === undefined) return undefined;
    const results = sequenceOf();
    for (const [index, item] of (items as Value[]).entries()) {
      site.frame.run.meter.step();
      const result = callBack(mapping, [item, index, items], site);
      if (result !== undefined) results.push(result);
    }
    return results;
  },
};
