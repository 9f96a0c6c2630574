import { append } from "../../evaluate/fields.ts";
import { bytesPerItem } from "../../evaluate/meter.ts";
import { isList } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$append` */
export const evaluateAppend: EvaluateBuiltin = ([left, right], { frame }) => {
  if (isList(left)) frame.run.meter.allocate(left.length * bytesPerItem);
  return append(left, right);
};
