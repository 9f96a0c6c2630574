import {
  arrayShape,
  booleanShape,
  elementOf,
  join,
  neverShape,
  nullShape,
  numberShape,
  type ObjectShape,
  objectShape,
  type Shape,
  stringShape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { kinds, kindsOf } from "./kinds.ts";
import type { Absence } from "./value.ts";

/** What is known of a value that comes from outside: its shape without "missing", and whether it may be. */
export interface Part {
  readonly shape: Shape;
  readonly absent: Absence;
}

/** Splits "missing" off a shape. */
export function partOf(shape: Shape | undefined): Part {
  if (shape === undefined || shape.kind === "unknown") return { shape: unknownShape, absent: "trusted" };
  if (shape.kind === "missing") return { shape: neverShape, absent: "possible" };
  if (shape.kind !== "union") return { shape, absent: "never" };
  const present = shape.members.filter((member) => member.kind !== "missing");
  if (present.length === shape.members.length) return { shape, absent: "never" };
  return { shape: unionShape(...present), absent: "possible" };
}

function membersOf(shape: Shape): readonly Shape[] {
  return shape.kind === "union" ? shape.members : [shape];
}

/**
 * A field of the objects among the values of `shape`.
 *
 * A member of a union that does not have the field is left out: TypeScript lets a field be read only where it
 * is known to be there. A field that no object has is unknown, and reported by the checker of the machine.
 */
export function fieldPart(shape: Shape, name: string): Part {
  const found = membersOf(shape).flatMap((member) =>
    member.kind === "object" ? ownField(member, name) : [],
  );
  const [first, ...others] = found;
  if (first === undefined) return { shape: unknownShape, absent: "trusted" };
  return others.reduce<Part>(
    (all, part) => ({
      shape: join(all.shape, part.shape),
      absent: all.absent === part.absent ? all.absent : weaker(all.absent, part.absent),
    }),
    first,
  );
}

function weaker(left: Absence, right: Absence): Absence {
  return left === "possible" || right === "possible" ? "possible" : "trusted";
}

function ownField(object: ObjectShape, name: string): Part[] {
  if (Object.hasOwn(object.fields, name)) {
    const field = object.fields[name];
    if (field === undefined) return [];
    const part = partOf(field.shape);
    return [field.optional ? { ...part, absent: "possible" } : part];
  }
  if (!object.open) return [];
  return [object.rest ? { ...partOf(object.rest), absent: "possible" } : partOf(undefined)];
}

/** The item at a position of the arrays among the values of `shape`. */
export function itemPart(shape: Shape, index: number): Shape {
  const known = shape.kind === "array" ? shape.items?.[index] : undefined;
  return known ? partOf(known).shape : elementPart(shape);
}

/** The element of the arrays among the values of `shape`. */
export function elementPart(shape: Shape): Shape {
  const elements = membersOf(shape).flatMap((member) => (member.kind === "array" ? [elementOf(member)] : []));
  if (elements.length === 0) return kindsOf(shape) === 0 ? neverShape : unknownShape;
  const all = elements.reduce((left, right) => join(left, right));
  return all.kind === "unknown" ? all : partOf(all).shape;
}

/** The part of a shape whose values are of these kinds; of an unknown shape, all values of them. */
export function ofKinds(shape: Shape, set: number): Shape {
  if (shape.kind === "unknown") return unionShape(...everythingOf(set));
  return unionShape(...membersOf(shape).filter((member) => (kindsOf(member) & set) !== 0));
}

function everythingOf(set: number): Shape[] {
  const all: readonly (readonly [number, Shape])[] = [
    [kinds.null, nullShape],
    [kinds.boolean, booleanShape()],
    [kinds.number, numberShape()],
    [kinds.string, stringShape()],
    [kinds.array, arrayShape(unknownShape)],
    [kinds.object, objectShape({}, { open: true })],
  ];
  return all.flatMap(([bit, shape]) => ((set & bit) !== 0 ? [shape] : []));
}

/** The objects among the values whose field `name` can be the literal (or, with `not`, can be something else). */
export function withField(
  shape: Shape,
  name: string,
  literal: string | number | boolean | null,
  not: boolean,
): Shape {
  if (shape.kind !== "union") return shape;
  const kept = shape.members.filter((member) => {
    if (member.kind !== "object") return true;
    if (!Object.hasOwn(member.fields, name)) return not || member.open;
    const field = member.fields[name];
    if (field === undefined) return true;
    return not ? !isLiteral(field.shape, literal) || field.optional : canBeLiteral(field.shape, literal);
  });
  return kept.length === 0 ? shape : unionShape(...kept);
}

function isLiteral(shape: Shape, literal: string | number | boolean | null): boolean {
  if (literal === null) return shape.kind === "null";
  return "value" in shape && shape.value === literal;
}

function canBeLiteral(shape: Shape, literal: string | number | boolean | null): boolean {
  return membersOf(shape).some((member) => {
    if (member.kind === "unknown" || isLiteral(member, literal)) return true;
    return member.kind === typeof literal && !("value" in member && member.value !== undefined);
  });
}

/** Whether all numbers of the shape are whole. */
export function isWhole(shape: Shape): boolean {
  return membersOf(shape).every(
    (member) =>
      member.kind === "number" &&
      (member.integer === true || (member.value !== undefined && Number.isInteger(member.value))),
  );
}

/** Whether all numbers of the shape are at least 0. */
export function isNotNegative(shape: Shape): boolean {
  return membersOf(shape).every(
    (member) => member.kind === "number" && (member.value ?? member.minimum ?? -1) >= 0,
  );
}

/** How many items the arrays of the shape have at least. */
export function leastItems(shape: Shape): number {
  return Math.min(...membersOf(shape).map((member) => (member.kind === "array" ? member.minItems : 0)));
}
