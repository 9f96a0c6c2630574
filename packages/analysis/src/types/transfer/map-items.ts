import { elementOf, membersOf, type Shape, unionShape, unknownShape } from "@statewright/json-types";

/** One item of what is iterated: an element of an array, or a value of an object (R-MAP-03); never without items. */
export function itemOf(items: Shape): Shape {
  if (items.kind === "unknown") return unknownShape;
  return unionShape(
    ...membersOf(items).map((member) => {
      if (member.kind !== "object") return elementOf(member);
      if (member.open)
        return member.rest === undefined ? unknownShape : unionShape(...values(member), member.rest);
      return unionShape(...values(member));
    }),
  );
}

function values(shape: Extract<Shape, { kind: "object" }>): readonly Shape[] {
  return Object.values(shape.fields).map((field) => field.shape);
}
