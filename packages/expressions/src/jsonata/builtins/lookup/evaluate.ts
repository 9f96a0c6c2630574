import { lookUp } from "../../evaluate/fields.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$lookup` */
export const evaluateLookup: EvaluateBuiltin = ([value, name]) => {
  return lookUp(value, String(name));
};
