import { booleanOf } from "../../evaluate/truth.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$boolean` */
export const evaluateBoolean: EvaluateBuiltin = ([value]) => {
  return booleanOf(value);
};
