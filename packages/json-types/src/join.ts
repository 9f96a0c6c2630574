import { fieldOf } from "./fields.ts";
import { isAssignable, isDisjoint } from "./is-assignable.ts";
import {
  arrayShape,
  type FieldLike,
  neverShape,
  numberShape,
  objectShape,
  stringShape,
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
    const both = meet(fieldOf(left, name), fieldOf(right, name));
    if (both.kind === "never") return neverShape;
    const present = unionShape(...membersOf(both).filter((member) => member.kind !== "missing"));
    if (both.kind === "unknown" || present.kind !== "never")
      fields[name] = fieldFrom(
        both,
        both.kind === "unknown" ? both : present,
        left.fields[name] ?? right.fields[name],
      );
  }
  const rest = left.rest && right.rest ? meet(left.rest, right.rest) : (left.rest ?? right.rest);
  return objectShape(fields, {
    open: left.open && right.open,
    ...(left.open && right.open && rest && { rest }),
  });
}

function fieldFrom(both: Shape, present: Shape, one: FieldShape | undefined): FieldShape {
  const optional = membersOf(both).some((member) => member.kind === "missing") || both.kind === "unknown";
  return { shape: present, optional, ...(one?.from && { from: one.from }) };
}

function meetArrays(left: ArrayShape, right: ArrayShape): Shape {
  const minItems = Math.max(left.minItems, right.minItems);
  const maxItems = Math.min(left.maxItems ?? Infinity, right.maxItems ?? Infinity);
  if (minItems > maxItems) return neverShape;
  const element = meet(left.element, right.element);
  if (left.items !== undefined || right.items !== undefined) return left;
  return arrayShape(element, { minItems, ...(maxItems < Infinity && { maxItems }) });
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
