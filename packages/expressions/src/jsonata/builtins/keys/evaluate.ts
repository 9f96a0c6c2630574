import { checkDepth, isFields, setField } from "../../evaluate/fields.ts";
import type { Meter } from "../../evaluate/meter.ts";
import { asSequence, type Fields, isList, type Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$keys` */
export const evaluateKeys: EvaluateBuiltin = ([value], { frame }) => {
  const names: Fields = {};
  collect(value, names, frame.run.meter, 0);
  return asSequence(Object.keys(names));
};

function collect(value: Value, names: Fields, meter: Meter, depth: number): void {
  checkDepth(depth);
  meter.step();
  if (isList(value)) for (const item of value) collect(item, names, meter, depth + 1);
  else if (isFields(value)) for (const name of Object.keys(value)) setField(names, name, true);
}
