import { append, checkDepth, isFields } from "./fields.ts";
import type { Run } from "./frame.ts";
import { FunctionValue } from "./function-value.ts";
import type { Meter } from "./meter.ts";
import { isList, type List, sequenceOf, type Value } from "./value.ts";

/** `*`: the values of all fields; what is in arrays comes out of them, at any depth. */
export function fieldValues(input: Value, { meter, dialect }: Run): Value {
  const plain = dialect === "plain";
  const source = isList(input) && input.outerWrapper === true && input.length > 0 ? input[0] : input;
  let found: Value = sequenceOf();
  if (source instanceof FunctionValue && plain) return insidesOf(source);
  if (!isList(source) && !isFields(source)) return found;
  for (const value of isList(source) ? source : Object.values(source)) {
    meter.step();
    if (isList(value)) found = append(found, flat(value));
    else (found as List).push(value);
  }
  return found;
}

/** What a built-in function of JSONata 2.0.6 consists of. */
function insidesOf({ native, signature }: FunctionValue): Value {
  if (!native) return sequenceOf();
  return sequenceOf(true, null, { definition: signature?.definition });
}

function flat(list: readonly Value[], into: Value[] = [], depth = 0): Value[] {
  checkDepth(depth);
  for (const item of list) {
    if (isList(item)) flat(item, into, depth + 1);
    else into.push(item);
  }
  return into;
}

/** `**`: the value itself and everything below it, arrays and functions left out. */
export function descend(input: Value, meter: Meter): Value {
  if (input === undefined) return undefined;
  const found = sequenceOf();
  collect(input, found, meter, 0);
  return found.length === 1 ? found[0] : found;
}

function collect(value: Value, found: Value[], meter: Meter, depth: number): void {
  checkDepth(depth);
  meter.step();
  if (value instanceof FunctionValue) return;
  if (!isList(value)) found.push(value);
  if (!isList(value) && !isFields(value)) return;
  for (const inner of isList(value) ? value : Object.values(value)) collect(inner, found, meter, depth + 1);
}
