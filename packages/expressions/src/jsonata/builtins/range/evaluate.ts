import { failPlainly } from "../../evaluate/failure.ts";
import { bytesPerItem, bytesPerList } from "../../evaluate/meter.ts";
import { asSequence } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$range` */
export const evaluateRange: EvaluateBuiltin = ([from, to, by], { frame, span }) => {
  if (from === undefined || to === undefined || by === undefined) return undefined;
  const first = Math.trunc(from as number);
  const last = Math.trunc(to as number);
  const step = Math.trunc(by as number);
  if (step === 0) return failPlainly("The step of a range must not be 0", span);
  const size = Math.max(0, Math.floor((last - first) / step) + 1);
  frame.run.meter.allocate(size * bytesPerItem + bytesPerList);
  return asSequence(Array.from({ length: size }, (_, index) => first + index * step));
};
