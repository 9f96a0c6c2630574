import type { Json } from "@statewright/json-types";
import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.JsonMerge`: the service merges the members themselves, nothing inside them (U-14). */
export const jsonMerge: IntrinsicEvaluator = (args, { meter }) => {
  const [first, second, deep] = args as readonly [Record<string, Json>, Record<string, Json>, boolean];
  if (deep) return stopInvalid("Deep merging is not supported: the third argument must be false.");
  const entries = [...Object.entries(first), ...Object.entries(second)];
  meter.step(entries.length);
  return Object.fromEntries(entries);
};
