import { callBack } from "../../evaluate/apply.ts";
import { fail } from "../../evaluate/failure.ts";
import { isTruthy } from "../../evaluate/truth.ts";
import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$single` */
export const evaluateSingle: EvaluateBuiltin = ([items, condition], site) => {
  if (items === undefined) return undefined;
  let found: { value: Value } | undefined;
  for (const [index, item] of (items as Value[]).entries()) {
    site.frame.run.meter.step();
    if (condition !== undefined && !isTruthy(callBack(condition, [item, index, items], site))) continue;
    if (found) return fail("D3138", { index }, site.span);
    found = { value: item };
  }
  return found ? found.value : fail("D3139", {}, site.span);
};
