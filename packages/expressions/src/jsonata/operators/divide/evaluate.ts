import { arithmetic } from "../arithmetic.ts";
import type { EvaluateOperator } from "../operator.ts";

/** `/` */
export const evaluateDivide: EvaluateOperator = arithmetic("/", (left, right) => left / right);
