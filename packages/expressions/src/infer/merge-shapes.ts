import {
  type FieldShape,
  membersOf,
  type ObjectShape,
  objectShape,
  type Shape,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";

/** An object with the fields of `right` put over those of `left`. What is no object gives an unknown one. */
export function mergeShapes(left: Shape, right: Shape): Shape {
  return unionOf(
    membersOf(left).flatMap((one) =>
      membersOf(right).map((other) =>
        one.kind === "object" && other.kind === "object" ? mergeObjects(one, other) : anyObject,
      ),
    ),
  );
}

export const anyObject: ObjectShape = objectShape({}, { open: true });

function mergeObjects(left: ObjectShape, right: ObjectShape): ObjectShape {
  if (!left.open && Object.keys(left.fields).length === 0) return right;
  const fields: Record<string, FieldShape> = Object.create(null);
  for (const name of Object.keys(left.fields)) {
    const field = left.fields[name];
    if (field !== undefined) fields[name] = over(field, fieldIn(right, name));
  }
  for (const name of Object.keys(right.fields)) {
    const field = right.fields[name];
    if (field !== undefined && !Object.hasOwn(left.fields, name))
      fields[name] = over(fieldIn(left, name), field);
  }
  return objectShape(fields, opennessOf([left, right]));
}

function over(below: FieldShape, above: FieldShape): FieldShape {
  if (!above.optional || below.shape.kind === "never") return above;
  if (above.shape.kind === "never") return below;
  return {
    shape: unionShape(below.shape, above.shape),
    optional: below.optional,
    ...(below.from && { from: below.from }),
  };
}

function fieldIn(shape: ObjectShape, name: string): FieldShape {
  const field = shape.fields[name];
  if (field !== undefined) return field;
  return { shape: shape.open ? (shape.rest ?? unknownShape) : { kind: "never" }, optional: true };
}

function opennessOf(objects: readonly ObjectShape[]): { readonly open: boolean; readonly rest?: Shape } {
  const open = objects.filter((one) => one.open);
  const rests = open.map(({ rest }) => rest).filter((rest) => rest !== undefined);
  return {
    open: open.length > 0,
    ...(open.length > 0 && rests.length === open.length && { rest: unionShape(...rests) }),
  };
}

/** Any number of objects of `element` merged: every field may be absent, unless each of them has it. */
export function mergeAll(element: Shape, least: number): Shape {
  const objects = membersOf(element);
  if (objects.some(({ kind }) => kind !== "object")) return anyObject;
  const fields: Record<string, FieldShape> = Object.create(null);
  const all = objects.filter((one) => one.kind === "object");
  for (const name of new Set(all.flatMap((one) => Object.keys(one.fields)))) {
    const held = all.map((one) => fieldIn(one, name));
    fields[name] = {
      shape: unionShape(...held.map(({ shape }) => shape)),
      optional: least === 0 || held.some(({ optional }) => optional),
    };
  }
  return objectShape(fields, opennessOf(all));
}
