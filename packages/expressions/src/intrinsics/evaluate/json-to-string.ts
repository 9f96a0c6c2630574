import type { IntrinsicEvaluator } from "./evaluator.ts";
import { jsonAsText } from "./json-as-text.ts";

/** `States.JsonToString` */
export const jsonToString: IntrinsicEvaluator = ([value = null], { meter }) => jsonAsText(value, meter);
