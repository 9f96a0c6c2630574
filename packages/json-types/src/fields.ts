import { missingShape, neverShape, unknownShape } from "./make-shape.ts";
import { membersOf } from "./members.ts";
import type { ObjectShape, Shape } from "./shape.ts";
import { unionOf, unionShape } from "./union-shape.ts";

/** What reading the field `name` of a value of `shape` gives; missing for what is no object. */
export function fieldOf(shape: Shape, name: string): Shape {
  if (shape.kind === "unknown") return unknownShape;
  if (shape.kind === "object") return fieldOfObject(shape, name);
  return unionShape(
    ...membersOf(shape).map((member) =>
      member.kind === "object" ? fieldOfObject(member, name) : missingShape,
    ),
  );
}

function fieldOfObject(shape: ObjectShape, name: string): Shape {
  const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  if (field !== undefined) return field.optional ? unionShape(field.shape, missingShape) : field.shape;
  if (!shape.open) return missingShape;
  return shape.rest === undefined ? unknownShape : unionShape(shape.rest, missingShape);
}

/** What one element of an array of `shape` is; never for what is no array. */
export function elementOf(shape: Shape): Shape {
  if (shape.kind === "unknown") return unknownShape;
  return unionShape(
    ...membersOf(shape).map((member) =>
      member.kind === "array"
        ? unionOf([...(member.items ?? []), ...(hasMore(member) ? [member.element] : [])])
        : neverShape,
    ),
  );
}

function hasMore(array: { readonly items?: readonly Shape[]; readonly maxItems?: number }): boolean {
  return array.maxItems === undefined || array.maxItems > (array.items?.length ?? 0);
}
