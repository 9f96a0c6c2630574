import { membersOf, type Shape, unionOf, unknownShape } from "@statewright/json-types";

/** Whether nothing may be there. */
export function mayBeMissing(shape: Shape): boolean {
  return shape.kind === "unknown" || membersOf(shape).some((member) => member.kind === "missing");
}

/** What it is when it is there; never if it cannot be. */
export function present(shape: Shape): Shape {
  if (!mayBeMissing(shape)) return shape;
  if (shape.kind === "unknown") return unknownShape;
  return unionOf(membersOf(shape).filter((member) => member.kind !== "missing"));
}

/** The members of a shape that `keep` keeps; an unknown shape has no members to look at and stays. */
export function filtered(shape: Shape, keep: (member: Shape) => boolean): Shape {
  if (shape.kind === "unknown") return shape;
  const members = membersOf(shape);
  const left = members.filter(keep);
  return left.length === members.length ? shape : unionOf(left);
}
