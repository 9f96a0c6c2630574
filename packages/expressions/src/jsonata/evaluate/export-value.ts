import type { Json } from "@statewright/json-types";
import { EvaluationFailure } from "./failure.ts";
import { checkDepth, setField } from "./fields.ts";
import type { Run } from "./frame.ts";
import { FunctionValue } from "./function-value.ts";
import { bytesPerItem } from "./meter.ts";
import { type Fields, isList, type Value } from "./value.ts";

/**
 * A value as plain frozen JSON: sequences become arrays, missing items null, missing fields nothing.
 *
 * Data that came in frozen goes out as it is. A function cannot leave Step Functions (R-JA-20), and a number
 * that is not finite leaves it as a string (R-JA-21); plain JSONata leaves the one out and makes the other null.
 */
export function exportValue(value: Value, run: Run): Json | undefined {
  if (value instanceof FunctionValue) return refuse();
  return exported(value, run, 0);
}

/** The same of an object that the evaluation has just made and nothing else holds: its fields are changed in place. */
export function exportOwnFields(fields: Fields, run: Run): Json {
  run.meter.step();
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    const json = exported(value, run, 1);
    if (json === undefined) delete fields[name];
    else if (json !== value) setField(fields, name, json as Value);
  }
  return Object.freeze(fields) as Json;
}

function refuse(): never {
  throw new EvaluationFailure(undefined, "unsupported-result", { message: "The value is a function" });
}

function exported(value: Value, run: Run, depth: number): Json | undefined {
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    return run.dialect === "aws" ? String(value) : null;
  }
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof FunctionValue) return run.dialect === "aws" ? refuse() : undefined;
  if (Object.isFrozen(value)) return value as Json;
  checkDepth(depth);
  run.meter.step();
  if (isList(value)) {
    const list = isList(value) && value.outerWrapper === true && value.length === 1 ? value[0] : value;
    if (!isList(list)) return exported(list, run, depth);
    run.meter.allocate(list.length * bytesPerItem);
    return Object.freeze(list.map((item) => exported(item, run, depth + 1) ?? null));
  }
  const copy: Fields = {};
  for (const name of Object.keys(value)) {
    const json = exported(value[name], run, depth + 1);
    if (json !== undefined) setField(copy, name, json as Value);
  }
  return Object.freeze(copy) as Json;
}
