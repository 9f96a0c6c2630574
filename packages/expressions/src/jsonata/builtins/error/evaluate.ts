import { fail } from "../../evaluate/failure.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$error` */
export const evaluateError: EvaluateBuiltin = ([message], { span }) => {
  return fail("D3137", { message: message || "$error() function evaluated" }, span);
};
