import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.Array` */
export const array: IntrinsicEvaluator = (args) => Object.freeze([...args]);
