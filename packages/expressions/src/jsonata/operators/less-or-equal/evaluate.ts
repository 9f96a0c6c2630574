import { comparison } from "../comparison.ts";
import type { EvaluateOperator } from "../operator.ts";

/** `<=` */
export const evaluateLessOrEqual: EvaluateOperator = comparison("<=", (left, right) => left <= right);
