import { isSame } from "../../evaluate/equality.ts";
import { asSequence, isList, type List, type Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$distinct` */
export const evaluateDistinct: EvaluateBuiltin = ([value], { frame }) => {
  if (!isList(value) || value.length <= 1) return value;
  const { meter } = frame.run;
  const kept: List = [];
  const scalars = new Set<Value>();
  const compound: Value[] = [];
  for (const item of value) {
    meter.step();
    if (typeof item === "object" && item !== null) {
      meter.step(compound.length);
      if (compound.some((known) => isSame(item, known))) continue;
      compound.push(item);
    } else if (scalars.has(item)) {
      continue;
    } else if (!Number.isNaN(item)) {
      scalars.add(item);
    }
    kept.push(item);
  }
  return value.sequence === true ? asSequence(kept) : kept;
};
