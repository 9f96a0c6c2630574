import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import { firstDouble } from "../../random/java-random.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** `States.MathRandom`: the start is included, the end is not (U-12). */
export const mathRandom: IntrinsicEvaluator = (args, { random }) => {
  const [start, end, seed] = args as readonly [number, number, number | undefined];
  if (start >= end) return stopInvalid("The start must be less than the end.");
  const drawn = seed === undefined ? random() : firstDouble(seed);
  return start + Math.floor(drawn * (end - start));
};
