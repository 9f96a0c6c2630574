import type { Json } from "@statewright/json-types";
import { canonicalText } from "../../json-path/evaluate/canonical-text.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.ArrayUnique`: the first of equal values stays; AWS's order is not known (U-13). */
export const arrayUnique: IntrinsicEvaluator = (args, { meter }) => {
  const seen = new Map<string, Json>();
  for (const item of args[0] as readonly Json[]) {
    const text = canonicalText(item, meter);
    if (!seen.has(text)) seen.set(text, item);
  }
  return [...seen.values()];
};
