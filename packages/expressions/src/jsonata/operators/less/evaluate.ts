import { comparison } from "../comparison.ts";
import type { EvaluateOperator } from "../operator.ts";

/** `<` */
export const evaluateLess: EvaluateOperator = comparison("<", (left, right) => left < right);
