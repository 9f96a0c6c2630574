import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.MathAdd`: each number is rounded before (recorded), which the reading of the arguments does. */
export const mathAdd: IntrinsicEvaluator = (args) => {
  const [first, second] = args as readonly [number, number];
  const sum = first + second;
  return sum === (sum | 0) ? sum : stopInvalid(`${sum} is outside the range of 32-bit integers.`);
};
