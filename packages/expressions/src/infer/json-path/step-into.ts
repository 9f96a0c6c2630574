import { fieldOf, membersOf, missingShape, type Shape, unionOf, unknownShape } from "@statewright/json-types";
import { elementAt } from "../predicate.ts";

/** A field of an object, or an element of an array counted from the front or the end; missing elsewhere. */
export function stepInto(shape: Shape, key: string | number): Shape {
  if (shape.kind === "unknown") return unknownShape;
  return unionOf(
    membersOf(shape).map((member) => {
      if (typeof key === "string") return member.kind === "object" ? fieldOf(member, key) : missingShape;
      return member.kind === "array" ? elementAt(member, key) : missingShape;
    }),
  );
}
