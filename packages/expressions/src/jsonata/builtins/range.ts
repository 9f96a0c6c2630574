import { failPlainly } from "../evaluate/failure.ts";
import { bytesPerItem, bytesPerList } from "../evaluate/meter.ts";
import { asSequence } from "../evaluate/value.ts";
import type { Builtin } from "./builtin.ts";

/** `$range` */
export const builtinRange: Builtin = {
  name: "range",
  signature: "<nnn:a<n>>",
  arity: 3,
  only: "aws",
  doc: "The numbers from the first to the second, both included, by a step.",
  examples: [
    ["$range(1, 9, 2)", [1, 3, 5, 7, 9]],
    ["$range(1, 9, 9)", 1],
  ],
  evaluate([from, to, by], { frame, span }) {
    if (from === undefined || to === undefined || by === undefined) return undefined;
    const first = Math.trunc(from as number);
    const last = Math.trunc(to as number);
    const step = Math.trunc(by as number);
    if (step === 0) return failPlainly("The step of a range must not be 0", span);
    const size = Math.max(0, Math.floor((last - first) / step) + 1);
    frame.run.meter.allocate(size * bytesPerItem + bytesPerList);
    return asSequence(Array.from({ length: size }, (_, index) => first + index * step));
  },
};
