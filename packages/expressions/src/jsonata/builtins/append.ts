import { append } from "../evaluate/fields.ts";
import { bytesPerItem } from "../evaluate/meter.ts";
import { isList } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$append` */
export const builtinAppend: Builtin = {
  name: "append",
  signature: "<xx:a>",
  arity: 2,
  doc: "Two values one after the other in one array.",
  examples: [["$append([1, 2], 3)", [1, 2, 3]]],
  evaluate([left, right], { frame }) {
    if (isList(left)) frame.run.meter.allocate(left.length * bytesPerItem);
    return append(left, right);
  },
};
