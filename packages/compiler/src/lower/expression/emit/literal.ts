import { type Json, literalShape, neverShape } from "@statewright/json-types";
import { nothing } from "../code/constructors.ts";
import { jsonLiteral } from "../code/literal.ts";
import type { Value } from "../value/index.ts";

/** A value known while compiling, written out. */
export function literalValue(json: Json): Value {
  return { code: jsonLiteral(json), shape: literalShape(json), absent: "never", literal: json };
}

/** JavaScript's `undefined`. */
export const undefinedValue: Value = { code: nothing, shape: neverShape, absent: "possible" };
