import {
  arrayShape,
  membersOf,
  numberShape,
  objectShape,
  type Shape,
  stringShape,
  unionOf,
} from "@statewright/json-types";
import { elementsOf } from "./items.ts";

/** How deep shapes are loosened; below they stay as they are. */
const deepest = 6;

/**
 * A wider shape that says the same of kinds and fields, but nothing of how many elements there are, nor of single
 * numbers and texts: what grows with each round of a loop.
 */
export function loosened(shape: Shape): Shape {
  return loosen(shape, 0);
}

function loosen(shape: Shape, depth: number): Shape {
  if (shape.kind === "unknown" || depth > deepest) return shape;
  const literals = membersOf(shape).filter(({ kind }) => kind === "string").length > 1;
  return unionOf(membersOf(shape).map((member) => loosenMember(member, literals, depth)));
}

function loosenMember(member: Shape, literals: boolean, depth: number): Shape {
  switch (member.kind) {
    case "number": {
      const integer = member.integer || Number.isInteger(member.value ?? 0.5);
      const positive = (member.value ?? member.minimum ?? -1) >= 0;
      return numberShape({ ...(integer && { integer: true }), ...(positive && { minimum: 0 }) });
    }
    case "string":
      return literals || member.maxLength !== undefined ? stringShape() : member;
    case "array":
      return arrayShape(loosen(elementsOf(member).element, depth + 1));
    case "object": {
      const fields = Object.entries(member.fields).map(
        ([name, field]) => [name, { ...field, shape: loosen(field.shape, depth + 1) }] as const,
      );
      return objectShape(Object.fromEntries(fields), {
        open: member.open,
        ...(member.rest !== undefined && { rest: loosen(member.rest, depth + 1) }),
      });
    }
    default:
      return member;
  }
}
