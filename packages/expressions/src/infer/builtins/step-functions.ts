import { numberShape, type Shape, stringShape, unknownShape } from "@statewright/json-types";
import type { Result } from "../unwrap.ts";
import { partitioned } from "./arrays.ts";
import { argument, type BuiltinCall, type BuiltinRule, givesFor } from "./builtin.ts";

/** What Step Functions adds to JSONata (R-JA-03), and `$random`, which takes a seed there. */
export const stepFunctions: Readonly<Record<string, BuiltinRule>> = {
  partition: partitioned,
  range: ranged,
  hash: givesFor(stringShape({ maxLength: 128 })),
  random: () => ({ shape: numberShape({ minimum: 0, maximum: 1 }) }),
  uuid: () => ({ shape: stringShape({ maxLength: 36 }) }),
  parse: () => ({ shape: unknownShape }),
};

/** `$range`: one number is itself (R-JA-19), and none is nothing. */
function ranged(call: BuiltinCall): Result {
  const [from, to, by] = [0, 1, 2].map((index) => onlyNumber(argument(call, index)));
  const element = numberShape({ integer: true });
  if (from === undefined || to === undefined || by === undefined || Math.trunc(by) === 0)
    return { element, least: 0, most: Number.POSITIVE_INFINITY };
  const size = Math.max(Math.floor((Math.trunc(to) - Math.trunc(from)) / Math.trunc(by)) + 1, 0);
  return { element, least: size, most: size };
}

function onlyNumber(shape: Shape): number | undefined {
  return shape.kind === "number" ? shape.value : undefined;
}
