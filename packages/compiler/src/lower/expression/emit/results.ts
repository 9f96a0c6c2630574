import { booleanShape, type Shape, stringShape } from "@statewright/json-types";
import type { Code } from "../code/code.ts";
import type { Absence, Value } from "../value/index.ts";
import type { Truth } from "./session.ts";
import { definite } from "./truth.ts";

const someBoolean: Shape = booleanShape();
const someString: Shape = stringShape();

export function shapedValue(code: Code, shape: Shape, absent: Absence = "never"): Value {
  return { code, shape, absent };
}

export function textValue(code: Code): Value {
  return shapedValue(code, someString);
}

export function booleanValue(code: Code): Value {
  return shapedValue(code, someBoolean);
}

/** A test as a value: `true` or `false`. */
export function truthValue(truth: Truth): Value {
  const strict = definite(truth);
  return { ...booleanValue(strict.code), ...(strict.constant !== undefined && { literal: strict.constant }) };
}
