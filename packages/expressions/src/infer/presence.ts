import {
  booleanShape,
  filterMembers,
  missingShape,
  numberShape,
  type Shape,
  stringShape,
  unionShape,
} from "@statewright/json-types";

/** Whether nothing may be there. */
export function mayBeMissing(shape: Shape): boolean {
  if (shape.kind !== "union") return shape.kind === "unknown" || shape.kind === "missing";
  for (const member of shape.members) if (member.kind === "missing") return true;
  return false;
}

/** Whether an array may be there, for all that is known of it. */
export function mayHoldArrays(shape: Shape): boolean {
  if (shape.kind !== "union") return shape.kind === "array";
  for (const member of shape.members) if (member.kind === "array") return true;
  return false;
}

/** The same, or nothing. */
export function orMissing(shape: Shape): Shape {
  if (mayBeMissing(shape)) return shape;
  return ready.get(shape) ?? unionShape(shape, missingShape);
}

/** The unions that are made most often. */
const ready: ReadonlyMap<Shape, Shape> = new Map(
  [numberShape(), stringShape(), booleanShape()].map((shape) => [shape, unionShape(shape, missingShape)]),
);

/** What it is when it is there; never if it cannot be. */
export function present(shape: Shape): Shape {
  return filterMembers(shape, isPresent);
}

function isPresent({ kind }: Shape): boolean {
  return kind !== "missing";
}
