import { checkDepth, setField } from "./fields.ts";
import { FunctionValue } from "./function-value.ts";
import { bytesPerItem, type Meter } from "./meter.ts";
import { shortened } from "./text.ts";
import { isNumeric } from "./truth.ts";
import { type Fields, isList, type Value } from "./value.ts";

/** A copy that can be changed, as if written to JSON and read again: numbers keep 15 digits. */
export function clone(value: Value, meter: Meter, depth = 0): Value {
  checkDepth(depth);
  meter.step();
  if (typeof value === "number") return isNumeric(value) ? shortened(value) : null;
  if (value instanceof FunctionValue) return "";
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) {
    meter.allocate(value.length * bytesPerItem);
    return value.map((item) => (item === undefined ? null : clone(item, meter, depth + 1)));
  }
  const copy: Fields = {};
  for (const [name, field] of Object.entries(value)) {
    if (field !== undefined) setField(copy, name, clone(field, meter, depth + 1));
  }
  return copy;
}
