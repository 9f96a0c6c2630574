import { callBack } from "../evaluate/apply.ts";
import { isFields } from "../evaluate/fields.ts";
import { sequenceOf } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$each` */
export const builtinEach: Builtin = {
  name: "each",
  signature: "<o-f:a>",
  arity: 2,
  doc: "The results of calling a function with the value and the name of every field.",
  examples: [["$each({'a': 1}, function($v, $k) { $k & $v })", "a1"]],
  evaluate([object, mapping], site) {
    const results = sequenceOf();
    if (!isFields(object)) return results;
    for (const [name, value] of Object.entries(object)) {
      site.frame.run.meter.step();
      const result = callBack(mapping, [value, name, object], site);
      if (result !== undefined) results.push(result);
    }
    return results;
  },
};
