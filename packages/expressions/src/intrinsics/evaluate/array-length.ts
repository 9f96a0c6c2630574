import type { Json } from "@statewright/json-types";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.ArrayLength` */
export const arrayLength: IntrinsicEvaluator = ([items]) => (items as readonly Json[]).length;
