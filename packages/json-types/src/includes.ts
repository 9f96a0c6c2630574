import type { Json } from "./json.ts";
import { membersOf } from "./members.ts";
import type { ArrayShape, NumberShape, ObjectShape, Shape, StringShape } from "./shape.ts";

/** Values nested deeper than this are not looked into further: what lies below counts as included. */
const deepest = 200;

/** Whether `value` (undefined: missing) is one of the values of `shape`. */
export function includes(shape: Shape, value: Json | undefined): boolean {
  return holds(shape, value, 0);
}

function holds(shape: Shape, value: Json | undefined, depth: number): boolean {
  if (depth > deepest) return true;
  switch (shape.kind) {
    case "unknown":
      return true;
    case "never":
      return false;
    case "missing":
      return value === undefined;
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean" && (shape.value === undefined || shape.value === value);
    case "number":
      return typeof value === "number" && holdsNumber(shape, value);
    case "string":
      return typeof value === "string" && holdsString(shape, value);
    case "array":
      return isArray(value) && holdsArray(shape, value, depth);
    case "object":
      return isObject(value) && holdsObject(shape, value, depth);
    case "union":
      return membersOf(shape).some((member) => holds(member, value, depth));
  }
}

function holdsNumber(shape: NumberShape, value: number): boolean {
  if (shape.value !== undefined) return shape.value === value;
  if (shape.integer && !Number.isInteger(value)) return false;
  return value >= (shape.minimum ?? -Infinity) && value <= (shape.maximum ?? Infinity);
}

function holdsString(shape: StringShape, value: string): boolean {
  if (shape.value !== undefined) return shape.value === value;
  return (
    shape.maxLength === undefined || value.length <= shape.maxLength || [...value].length <= shape.maxLength
  );
}

function holdsArray(shape: ArrayShape, value: readonly Json[], depth: number): boolean {
  const first = shape.items ?? [];
  if (value.length < Math.max(shape.minItems, first.length)) return false;
  if (shape.maxItems !== undefined && value.length > shape.maxItems) return false;
  return value.every((item, index) => holds(first[index] ?? shape.element, item, depth + 1));
}

function holdsObject(shape: ObjectShape, value: Readonly<Record<string, Json>>, depth: number): boolean {
  for (const [name, field] of Object.entries(shape.fields)) {
    if (Object.hasOwn(value, name) ? !holds(field.shape, value[name], depth + 1) : !field.optional)
      return false;
  }
  const others = Object.keys(value).filter((name) => !Object.hasOwn(shape.fields, name));
  if (others.length === 0) return true;
  const { rest } = shape;
  return shape.open && (rest === undefined || others.every((name) => holds(rest, value[name], depth + 1)));
}

function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
