import type { Span } from "@statewright/diagnostics";
import { fail } from "../../evaluate/failure.ts";
import { bytesPerItem, bytesPerList, type Meter } from "../../evaluate/meter.ts";
import type { List, Value } from "../../evaluate/value.ts";
import type { EvaluateOperator } from "../operator.ts";

/** `..` */
export const evaluateRange: EvaluateOperator = (first, last, span, { meter }) =>
  range(first, last, span, meter);

/** The most that a range may count; JSONata's message says 1e6 all the same. */
const longestRange = 1e7;

function range(first: Value, last: Value, span: Span, meter: Meter): Value {
  if (first !== undefined && !Number.isInteger(first))
    return fail("T2003", { value: first, token: ".." }, span);
  if (last !== undefined && !Number.isInteger(last)) return fail("T2004", { value: last, token: ".." }, span);
  if (typeof first !== "number" || typeof last !== "number" || first > last) return undefined;
  const size = last - first + 1;
  if (size > longestRange) return fail("D2014", { value: size, token: ".." }, span);
  meter.allocate(size * bytesPerItem + bytesPerList);
  const list: List = new Array(size);
  for (let index = 0; index < size; index += 1) list[index] = first + index;
  list.sequence = true;
  return list;
}
