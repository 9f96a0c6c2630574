import { isList } from "../../evaluate/value.ts";
import type { EvaluateOperator } from "../operator.ts";

/** `in` */
export const evaluateIn: EvaluateOperator = (left, right) =>
  left !== undefined && right !== undefined && (isList(right) ? right.includes(left) : right === left);
