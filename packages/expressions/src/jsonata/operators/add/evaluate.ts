import { arithmetic } from "../arithmetic.ts";
import type { EvaluateOperator } from "../operator.ts";

/** `+` */
export const evaluateAdd: EvaluateOperator = arithmetic("+", (left, right) => left + right);
