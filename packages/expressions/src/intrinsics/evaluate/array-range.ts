import { stopInvalid } from "../../json-path/evaluate/path-meter.ts";
import type { IntrinsicEvaluator } from "./evaluator.ts";

/** Items that a range may have (R-INTR-05, data/intrinsics). */
const mostItems = 1000;

/** `States.ArrayRange` */
export const arrayRange: IntrinsicEvaluator = (args, { meter }) => {
  const [first, last, step] = args as readonly [number, number, number];
  if (step === 0) return stopInvalid("The step must not be 0.");
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  if (count > mostItems)
    return stopInvalid(`The range has ${count} items, and at most ${mostItems} are allowed.`);
  meter.step(count);
  return Array.from({ length: count }, (_, index) => first + index * step);
};
