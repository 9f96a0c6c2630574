import { isAssignable, isDisjoint } from "./is-assignable.ts";
import {
  arrayShape,
  type FieldLike,
  neverShape,
  numberShape,
  objectShape,
  stringShape,
  unknownShape,
} from "./make-shape.ts";
import { membersOf } from "./members.ts";
import type { ArrayShape, FieldShape, NumberShape, ObjectShape, Shape, StringShape } from "./shape.ts";
import { unionShape } from "./union-shape.ts";

/** The least shape that holds what either holds. */
export function join(left: Shape, right: Shape): Shape {
  return unionShape(left, right);
}

/** A shape that holds what both hold; it may hold a little more where that cannot be said. */
export function meet(left: Shape, right: Shape): Shape {
  if (left.kind === "unknown") return right;
  if (right.kind === "unknown") return left;
  return unionShape(...membersOf(left).flatMap((a) => membersOf(right).map((b) => meetOf(a, b))));
}

function meetOf(left: Shape, right: Shape): Shape {
  if (isAssignable(left, right)) return left;
  if (isAssignable(right, left)) return right;
  if (isDisjoint(left, right)) return neverShape;
  if (left.kind === "number" && right.kind === "number") return meetNumbers(left, right);
  if (left.kind === "string" && right.kind === "string") return meetStrings(left, right);
  if (left.kind === "object" && right.kind === "object") return meetObjects(left, right);
  if (left.kind === "array" && right.kind === "array") return meetArrays(left, right);
  return left;
}

function meetNumbers(left: NumberShape, right: NumberShape): Shape {
  if (left.value !== undefined || right.value !== undefined) return neverShape;
  const minimum = Math.max(left.minimum ?? -Infinity, right.minimum ?? -Infinity);
  const maximum = Math.min(left.maximum ?? Infinity, right.maximum ?? Infinity);
  if (minimum > maximum) return neverShape;
  return numberShape({
    ...((left.integer || right.integer) && { integer: true }),
    ...(minimum > -Infinity && { minimum }),
    ...(maximum < Infinity && { maximum }),
  });
}

function meetStrings(left: StringShape, right: StringShape): Shape {
  const literal = left.value ?? right.value;
  if (literal !== undefined) return neverShape;
  return stringShape({ maxLength: Math.min(left.maxLength ?? Infinity, right.maxLength ?? Infinity) });
}

function meetObjects(left: ObjectShape, right: ObjectShape): Shape {
  const fields: Record<string, FieldLike> = Object.create(null);
  for (const name of new Set([...Object.keys(left.fields), ...Object.keys(right.fields)])) {
    const one = presenceOf(left, name);
    const other = presenceOf(right, name);
    const shape = meet(one.shape, other.shape);
    const optional = one.optional && other.optional;
    if (shape.kind === "never" && !optional) return neverShape;
    const from = one.from ?? other.from;
    fields[name] = { shape, optional, ...(from && { from }) };
  }
  const open = left.open && right.open;
  const rest = left.rest && right.rest ? meet(left.rest, right.rest) : (left.rest ?? right.rest);
  return objectShape(fields, { open, ...(open && rest && { rest }) });
}

/** What a field is where it is there; never, and so absent, in a closed object that does not list it. */
function presenceOf(shape: ObjectShape, name: string): FieldShape {
  const field = shape.fields[name];
  if (field !== undefined) return field;
  return { shape: shape.open ? (shape.rest ?? unknownShape) : neverShape, optional: true };
}

function meetArrays(left: ArrayShape, right: ArrayShape): Shape {
  const length = Math.max(left.items?.length ?? 0, right.items?.length ?? 0);
  const minItems = Math.max(left.minItems, right.minItems, length);
  const maxItems = Math.min(left.maxItems ?? Infinity, right.maxItems ?? Infinity);
  const items = Array.from({ length }, (_, index) =>
    meet(left.items?.[index] ?? left.element, right.items?.[index] ?? right.element),
  );
  const element = meet(left.element, right.element);
  const most = element.kind === "never" ? length : maxItems;
  if (minItems > Math.min(most, maxItems) || items.some((item) => item.kind === "never")) return neverShape;
  return arrayShape(element, { minItems, items, ...(most < Infinity && { maxItems: most }) });
}

/** What `from` holds and `taken` does not; more where that cannot be said. */
export function subtract(from: Shape, taken: Shape): Shape {
  if (from.kind === "boolean" && from.value === undefined) {
    const halves = [true, false].map((value) => Object.freeze({ kind: "boolean" as const, value }));
    return unionShape(...halves.filter((half) => !isAssignable(half, taken)));
  }
  if (from.kind !== "union") return isAssignable(from, taken) ? neverShape : from;
  return unionShape(...from.members.map((member) => subtract(member, taken)));
}
