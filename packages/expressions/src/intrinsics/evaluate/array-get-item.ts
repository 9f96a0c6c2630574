import type { Json } from "@statewright/json-types";
import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.ArrayGetItem` */
export const arrayGetItem: IntrinsicEvaluator = (args) => {
  const [items, index] = args as readonly [readonly Json[], number];
  const item = items[index];
  return item === undefined
    ? stopInvalid(`The index ${index} is outside the array of ${items.length} items.`)
    : item;
};
