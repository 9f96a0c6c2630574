import { callBack } from "../../evaluate/apply.ts";
import { fail } from "../../evaluate/failure.ts";
import type { FunctionValue } from "../../evaluate/function-value.ts";
import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$reduce` */
export const evaluateReduce: EvaluateBuiltin = ([items, step, start], site) => {
  if (items === undefined) return undefined;
  const { arity } = step as FunctionValue;
  if (arity < 2) return fail("D3050", { index: 1 }, site.span);
  const list = items as Value[];
  const fromFirst = start === undefined && list.length > 0;
  let result = fromFirst ? list[0] : start;
  for (let index = fromFirst ? 1 : 0; index < list.length; index += 1) {
    site.frame.run.meter.step();
    result = callBack(step, [result, list[index], index, list], site);
  }
  return result;
};
