import { FunctionValue } from "../evaluate/function-value.ts";
import { isNumeric } from "../evaluate/truth.ts";
import { isList } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$type` */
export const builtinType: Builtin = {
  name: "type",
  signature: "<x:s>",
  arity: 1,
  doc: "The type of a value: 'null', 'number', 'string', 'boolean', 'array', 'object' or 'function'.",
  examples: [
    ["$type([])", "array"],
    ["$type(null)", "null"],
  ],
  evaluate([value]) {
    if (value === undefined) return undefined;
    if (value === null) return "null";
    if (isNumeric(value)) return "number";
    if (typeof value === "string") return "string";
    if (typeof value === "boolean") return "boolean";
    if (isList(value)) return "array";
    return value instanceof FunctionValue ? "function" : "object";
  },
};
