import { arithmetic } from "../arithmetic.ts";
import type { EvaluateOperator } from "../operator.ts";

/** `-` */
export const evaluateSubtract: EvaluateOperator = arithmetic("-", (left, right) => left - right);
