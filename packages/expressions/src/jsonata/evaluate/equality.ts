import { checkDepth, isFields } from "./fields.ts";
import { isList, type Value } from "./value.ts";

/** Whether two values are the same, down to the last field. */
export function isSame(left: Value, right: Value, depth = 0): boolean {
  if (left === right) return true;
  if (isList(left)) {
    if (!isList(right) || left.length !== right.length) return false;
    checkDepth(depth);
    return left.every((item, index) => isSame(item, right[index], depth + 1));
  }
  if (!isFields(left) || !isFields(right)) return false;
  checkDepth(depth);
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name], depth + 1));
}
