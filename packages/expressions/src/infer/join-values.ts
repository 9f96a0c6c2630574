import { missingShape, unionShape, unknownShape } from "@statewright/json-types";
import type { Mark, Value } from "./value.ts";

/** Anything, a function too. */
export const unknownValue: Value = Object.freeze({
  shape: unknownShape,
  callable: Object.freeze({ kind: "any" as const }),
});

/** What is either of `values`. */
export function joinValues(...values: readonly Value[]): Value {
  const [first] = values;
  if (first !== undefined && values.length === 1) return first;
  const callables = values.flatMap(({ callable }) => (callable === undefined ? [] : [callable]));
  const [callable] = callables;
  return {
    shape: unionShape(...values.map(({ shape }) => shape)),
    ...(callable && { callable: callables.every((one) => one === callable) ? callable : { kind: "any" } }),
    mark: strongestOf(values, "mark"),
    inside: strongestOf(values, "inside"),
  };
}

/** Nothing at all. */
export const nothingValue: Value = Object.freeze({ shape: missingShape });

/** The strongest of some marks. */
export function strongest(first: Mark = 0, second: Mark = 0, third: Mark = 0): Mark {
  const mark = first > second ? first : second;
  return mark > third ? mark : third;
}

/** The strongest mark of any number of values or sequences. */
export function strongestOf<Key extends string>(
  values: readonly { readonly [key in Key]?: Mark | undefined }[],
  key: Key,
): Mark {
  let mark: Mark = 0;
  for (const value of values) mark = strongest(mark, value[key]);
  return mark;
}
