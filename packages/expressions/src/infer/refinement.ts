import {
  arrayShape,
  booleanShape,
  type FieldShape,
  fieldOf,
  meet,
  membersOf,
  nullShape,
  numberShape,
  type ObjectShape,
  objectShape,
  type Shape,
  stringShape,
  subtract,
  unionOf,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { filtered, mayBeMissing, present } from "./presence.ts";

/** What a condition says of one value. */
export interface Refinement {
  readonly refine: (shape: Shape) => Shape;
  /** It is there for certain. */
  readonly there: boolean;
}

export const exists: Refinement = { refine: present, there: true };
export const absent: Refinement = {
  refine: (shape) => meet(shape, { kind: "missing" }),
  there: false,
};

/** It is there, and one of the values of `shape`. */
export function among(shape: Shape): Refinement {
  return { refine: (before) => meet(present(before), present(shape)), there: true };
}

/** It is not one of the values of `shape`; it may be missing unless `there`. */
export function except(shape: Shape, there: boolean): Refinement {
  return { refine: (before) => subtract(there ? present(before) : before, shape), there };
}

/** It counts as true in a condition. */
export const truthy: Refinement = {
  refine: (shape) =>
    unionOf(
      membersOf(filtered(shape, (member) => !isFalse(member))).map((member) =>
        member.kind === "boolean" ? booleanShape(true) : member,
      ),
    ),
  there: true,
};

/** It counts as false, or is missing. */
export const falsy: Refinement = {
  refine: (shape) =>
    shape.kind === "unknown" ? shape : unionOf(membersOf(shape).map((member) => falsyPart(member))),
  there: false,
};

function isFalse(member: Shape): boolean {
  switch (member.kind) {
    case "missing":
    case "null":
      return true;
    case "boolean":
      return member.value === false;
    case "number":
      return member.value === 0;
    case "string":
      return member.value === "" || member.maxLength === 0;
    case "array":
      return member.maxItems === 0;
    case "object":
      return !member.open && Object.keys(member.fields).length === 0;
    default:
      return false;
  }
}

function falsyPart(member: Shape): Shape {
  switch (member.kind) {
    case "boolean":
      return meet(member, booleanShape(false));
    case "number":
      return meet(member, numberShape({ value: 0 }));
    case "string":
      return meet(member, stringShape({ value: "" }));
    case "object":
      return Object.values(member.fields).some((field) => !field.optional) ? { kind: "never" } : member;
    default:
      return member;
  }
}

/** It is there and of one of the types that `$type` names. */
export function ofTypes(types: readonly string[]): Refinement {
  return {
    refine: (shape) =>
      shape.kind === "unknown"
        ? unionShape(...types.map(shapeOfType))
        : filtered(shape, ({ kind }) => types.includes(kind)),
    there: true,
  };
}

/** It is of none of these types; it may be missing unless `there`. */
export function notOfTypes(types: readonly string[], there: boolean): Refinement {
  return {
    refine: (shape) => filtered(there ? present(shape) : shape, ({ kind }) => !types.includes(kind)),
    there,
  };
}

function shapeOfType(type: string): Shape {
  switch (type) {
    case "string":
      return stringShape();
    case "number":
      return numberShape();
    case "boolean":
      return booleanShape();
    case "null":
      return nullShape;
    case "array":
      return arrayShape(unknownShape);
    case "object":
      return objectShape({}, { open: true });
    default:
      return unknownShape;
  }
}

/** Refines what the field path `names` of a value reads. Where that cannot be so, that part of the value goes. */
export function refineAt(shape: Shape, names: readonly string[], refinement: Refinement): Shape {
  const [name, ...rest] = names;
  if (name === undefined) return refinement.refine(shape);
  if (shape.kind === "unknown") return shape;
  return unionOf(
    membersOf(shape).map((member) => {
      // Through an array a path gives what all its elements have: that says nothing of one of them.
      if (member.kind === "array") return member;
      const before = fieldOf(member, name);
      const after = refineAt(before, rest, refinement);
      if (after.kind === "never") return after;
      return member.kind === "object"
        ? withField(member, name, before, after, rest.length === 0, refinement)
        : member;
    }),
  );
}

function withField(
  object: ObjectShape,
  name: string,
  before: Shape,
  after: Shape,
  last: boolean,
  { there }: Refinement,
): Shape {
  const found = last && there;
  if (before === after && !(found && after.kind === "unknown")) return object;
  const field: FieldShape = {
    ...(Object.hasOwn(object.fields, name) ? object.fields[name] : {}),
    shape: present(after),
    optional: !found && mayBeMissing(after),
  };
  return objectShape(
    { ...object.fields, [name]: field },
    { open: object.open, ...(object.rest !== undefined && { rest: object.rest }) },
  );
}
