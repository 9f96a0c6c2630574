import {
  type FieldShape,
  fieldOf,
  membersOf,
  type ObjectShape,
  objectShape,
  type Shape,
  unionOf,
} from "@statewright/json-types";
import { mayBeMissing, present } from "./presence.ts";
import type { Refinement } from "./refinement.ts";

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
