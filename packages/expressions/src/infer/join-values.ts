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
    mark: strongest(...values.map(({ mark }) => mark)),
    inside: strongest(...values.map(({ inside }) => inside)),
  };
}

/** Nothing at all. */
export const nothingValue: Value = Object.freeze({ shape: missingShape });

/** The strongest of some marks. */
export function strongest(...marks: readonly (Mark | undefined)[]): Mark {
  if (marks.includes(2)) return 2;
  return marks.includes(1) ? 1 : 0;
}
