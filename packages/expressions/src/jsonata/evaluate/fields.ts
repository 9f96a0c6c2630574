import { failBudget } from "./failure.ts";
import { FunctionValue } from "./function-value.ts";
import { type Fields, isList, type List, sequenceOf, type Value } from "./value.ts";

/** Deeper data is refused by what has to descend it. */
export const deepestData = 1500;

/** Ends the evaluation when data is nested deeper than can be descended. */
export function checkDepth(depth: number): void {
  if (depth > deepestData) failBudget("levels of nested data");
}

/** Whether `value` is an object; a function is none. */
export function isFields(value: Value): value is Fields {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof FunctionValue)
  );
}

/** Writes a field; `__proto__` is a name like any other. */
export function setField(object: Fields, name: string, value: Value): void {
  if (name === "__proto__") {
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[name] = value;
  }
}

/** The field `name` of an object, or of every object of an array, as a sequence. Own fields only. */
export function lookUp(value: Value, name: string, depth = 0): Value {
  if (isList(value)) {
    checkDepth(depth);
    const found = sequenceOf();
    for (const item of value) {
      const field = lookUp(item, name, depth + 1);
      if (field === undefined) continue;
      if (isList(field)) for (const inner of field) found.push(inner);
      else found.push(field);
    }
    return found;
  }
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** `left` and `right` one after the other: what is no array counts as one of itself, a missing value as none. */
export function append(left: Value, right: Value): Value {
  if (left === undefined) return right;
  if (right === undefined) return left;
  const joined: List = isList(left) ? left.slice() : [left];
  if (!isList(right)) joined.push(right);
  else for (const item of right) joined.push(item);
  return joined;
}
