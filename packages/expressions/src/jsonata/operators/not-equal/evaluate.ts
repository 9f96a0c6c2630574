import { isSame } from "../../evaluate/equality.ts";
import type { EvaluateOperator } from "../operator.ts";

/** `!=` */
export const evaluateNotEqual: EvaluateOperator = (left, right) =>
  left !== undefined && right !== undefined && !isSame(left, right);
