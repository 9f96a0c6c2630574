import { fail } from "./failure.ts";
import { checkDepth } from "./fields.ts";
import { FunctionValue } from "./function-value.ts";
import type { Value } from "./value.ts";

/** Whether `value` is a number to count with; one that is not finite ends the evaluation. */
export function isNumeric(value: Value): value is number {
  if (typeof value !== "number" || Number.isNaN(value)) return false;
  if (!Number.isFinite(value)) fail("D1001", { value });
  return true;
}

/** What `$boolean` makes of a value; missing stays missing. */
export function booleanOf(value: Value): boolean | undefined {
  return value === undefined ? undefined : isTruthy(value);
}

/** Whether a value counts as true: an array if one of its items does. */
export function isTruthy(value: Value, depth = 0): boolean {
  switch (typeof value) {
    case "undefined":
      return false;
    case "boolean":
      return value;
    case "string":
      return value.length > 0;
    case "number":
      return isNumeric(value) && value !== 0;
  }
  if (value === null) return false;
  if (value instanceof FunctionValue) return value.truthy;
  if (!Array.isArray(value)) return hasField(value);
  checkDepth(depth);
  // All items are looked at, because a number that is not finite ends the evaluation wherever it stands.
  let found = false;
  for (const item of value) found = isTruthy(item, depth + 1) || found;
  return found;
}

function hasField(value: object): boolean {
  for (const name in value) if (Object.hasOwn(value, name)) return true;
  return false;
}
