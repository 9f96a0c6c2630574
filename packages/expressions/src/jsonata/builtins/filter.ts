import { callBack } from "../evaluate/apply.ts";
import { isTruthy } from "../evaluate/truth.ts";
import { sequenceOf, type Value } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$filter` */
export const builtinFilter: Builtin = {
  name: "filter",
  signature: "<af>",
  arity: 2,
  doc: "The items for which a function gives what counts as true.",
  examples: [["$filter([1, 2, 3], function($v) { $v > 1 })", [2, 3]]],
  evaluate([items, condition], site) {
    if (items === undefined) return undefined;
    const kept = sequenceOf();
    for (const [index, item] of (items as Value[]).entries()) {
      site.frame.run.meter.step();
      if (isTruthy(callBack(condition, [item, index, items], site))) kept.push(item);
    }
    return kept;
  },
};
