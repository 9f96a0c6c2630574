import { checkDepth, isFields, setField } from "../../evaluate/fields.ts";
import type { Meter } from "../../evaluate/meter.ts";
import { type Fields, isList, sequenceOf, type Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$spread` */
export const evaluateSpread: EvaluateBuiltin = ([value], { frame }) => {
  return spread(value, frame.run.meter, 0);
};

function spread(value: Value, meter: Meter, depth: number): Value {
  checkDepth(depth);
  meter.step();
  if (isList(value)) {
    const parts: Value[] = [];
    for (const item of value) {
      const part = spread(item, meter, depth + 1);
      if (isList(part)) for (const inner of part) parts.push(inner);
      else if (part !== undefined) parts.push(part);
    }
    return value.length === 0 ? sequenceOf() : parts;
  }
  if (!isFields(value)) return value;
  const parts = sequenceOf();
  for (const [name, field] of Object.entries(value)) {
    const part: Fields = {};
    setField(part, name, field);
    parts.push(part);
  }
  return parts;
}
