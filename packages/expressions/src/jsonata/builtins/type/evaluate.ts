import { FunctionValue } from "../../evaluate/function-value.ts";
import { isNumeric } from "../../evaluate/truth.ts";
import { isList } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$type` */
export const evaluateType: EvaluateBuiltin = ([value]) => {
  if (value === undefined) return undefined;
  if (value === null) return "null";
  if (isNumeric(value)) return "number";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "boolean";
  if (isList(value)) return "array";
  return value instanceof FunctionValue ? "function" : "object";
};
