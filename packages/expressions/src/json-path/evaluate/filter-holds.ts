import type { Json } from "@statewright/json-types";
import type { FilterComparison, FilterExpression, FilterOperand } from "../filter-expression.ts";
import type { JsonPath } from "../json-path.ts";
import { canonicalText } from "./canonical-text.ts";
import type { PathMeter } from "./path-meter.ts";

/** Reads the value of a path inside a filter; nothing where it leads nowhere. */
export type ReadFilterValue = (path: JsonPath) => Json | undefined;

/** Whether a filter's expression holds. What is not there equals nothing, and is in no order. */
export function filterHolds(filter: FilterExpression, meter: PathMeter, read: ReadFilterValue): boolean {
  meter.step();
  switch (filter.kind) {
    case "and":
      return filter.operands.every((operand) => filterHolds(operand, meter, read));
    case "or":
      return filter.operands.some((operand) => filterHolds(operand, meter, read));
    case "not":
      return !filterHolds(filter.operand, meter, read);
    case "exists": {
      const value = read(filter.path);
      return filter.path.isDefinite ? value !== undefined : Array.isArray(value) && value.length > 0;
    }
    case "compare":
      return compares(filter, sideValue(filter.left, read), sideValue(filter.right, read), meter);
  }
}

function sideValue(operand: FilterOperand, read: ReadFilterValue): Json | undefined {
  return operand.kind === "path" ? read(operand.path) : operand.value;
}

function compares(
  { operator }: FilterComparison,
  left: Json | undefined,
  right: Json | undefined,
  meter: PathMeter,
): boolean {
  if (operator === "==") return equal(left, right, meter);
  if (operator === "!=") return !equal(left, right, meter);
  const numbers = typeof left === "number" && typeof right === "number";
  const texts = typeof left === "string" && typeof right === "string";
  if (!numbers && !texts) return false;
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

function equal(left: Json | undefined, right: Json | undefined, meter: PathMeter): boolean {
  if (left === undefined || right === undefined) return false;
  if (typeof left !== "object" || typeof right !== "object") return left === right;
  return canonicalText(left, meter) === canonicalText(right, meter);
}
