import type { Json } from "@statewright/json-types";
import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.ArrayPartition` */
export const arrayPartition: IntrinsicEvaluator = (args, { meter }) => {
  const [items, size] = args as readonly [readonly Json[], number];
  if (size <= 0) return stopInvalid("The size of the parts must be a positive number.");
  meter.step(items.length);
  const parts: Json[] = [];
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
  return parts;
};
