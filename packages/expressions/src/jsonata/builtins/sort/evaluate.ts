import { applyFunction } from "../../evaluate/apply.ts";
import { fail } from "../../evaluate/failure.ts";
import { mergeSort } from "../../evaluate/merge-sort.ts";
import { bytesPerItem } from "../../evaluate/meter.ts";
import { isNumeric } from "../../evaluate/truth.ts";
import type { Value } from "../../evaluate/value.ts";
import type { EvaluateBuiltin } from "../builtin.ts";

/** `$sort` */
export const evaluateSort: EvaluateBuiltin = ([items, comparator], site) => {
  const list = items as Value[] | undefined;
  if (list === undefined || list.length <= 1) return list;
  const { meter } = site.frame.run;
  meter.allocate(list.length * bytesPerItem);
  if (comparator === undefined) {
    if (!list.every(isNumeric) && !list.every((item) => typeof item === "string")) {
      return fail("D3070", { index: 1 }, site.span);
    }
    meter.step(list.length);
    return mergeSort(list, (left, right) => (left as number) > (right as number));
  }
  const inner = { ...site, input: null };
  // What the function gives counts as in JavaScript, where an empty array is true.
  return mergeSort(list, (left, right) => Boolean(applyFunction(comparator, [left, right], inner)));
};
