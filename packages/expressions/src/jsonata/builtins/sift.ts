import { callBack } from "../evaluate/apply.ts";
import { isFields, setField } from "../evaluate/fields.ts";
import { isTruthy } from "../evaluate/truth.ts";
import type { Fields } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$sift` */
export const builtinSift: Builtin = {
  name: "sift",
  signature: "<o-f?:o>",
  arity: 2,
  doc: "The fields for which a function of value and name gives what counts as true.",
  examples: [["$sift({'a': 1, 'b': 2}, function($v, $k) { $k = 'b' })", { b: 2 }]],
  evaluate([object, condition], site) {
    if (!isFields(object)) return undefined;
    const kept: Fields = {};
    for (const [name, value] of Object.entries(object)) {
      site.frame.run.meter.step();
      if (isTruthy(callBack(condition, [value, name, object], site))) setField(kept, name, value);
    }
    return Object.keys(kept).length === 0 ? undefined : kept;
  },
};
