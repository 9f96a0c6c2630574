import { fail } from "../../evaluate/failure.ts";
import type { EvaluateBuiltin } from "../builtin.ts";
import { numberInText } from "./number-in-text.ts";

/** `$number` */
export const evaluateNumber: EvaluateBuiltin = ([value], { span }) => {
  switch (typeof value) {
    case "undefined":
    case "number":
      return value;
    case "boolean":
      return value ? 1 : 0;
    case "string":
      return numberInText(value) ?? fail("D3030", { value, index: 1 }, span);
    default:
      return fail("D3030", { value, index: 1 }, span);
  }
};
