import type { Json } from "@statewright/json-types";
import { canonicalText } from "../../json-path/evaluate/canonical-text.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.ArrayContains`: equal down to the last member. */
export const arrayContains: IntrinsicEvaluator = (args, { meter }) => {
  const [items, value] = args as readonly [readonly Json[], Json];
  const wanted = canonicalText(value, meter);
  return items.some((item) => canonicalText(item, meter) === wanted);
};
