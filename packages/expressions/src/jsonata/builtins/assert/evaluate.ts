import { fail } from "../../evaluate/failure.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$assert` */
export const evaluateAssert: EvaluateBuiltin = ([condition, message], { span }) => {
  if (condition === true) return undefined;
  return fail("D3141", { message: message || "$assert() statement failed" }, span);
};
