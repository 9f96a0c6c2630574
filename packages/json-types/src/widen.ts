import {
  arrayShape,
  booleanShape,
  numberShape,
  objectShape,
  stringShape,
  unknownShape,
} from "./make-shape.ts";
import type { Shape } from "./shape.ts";
import { unionShape } from "./union-shape.ts";

/** Below this depth a widened shape says no more; it ends the growth of data that a loop nests. */
const deepest = 12;

/**
 * A wider shape that a fixed point reaches in few steps: literals become their base type, bounds go, tuples become
 * arrays, what is nested deep becomes unknown.
 */
export function widen(shape: Shape): Shape {
  return widenAt(shape, 0);
}

function widenAt(shape: Shape, depth: number): Shape {
  if (depth > deepest) return unknownShape;
  switch (shape.kind) {
    case "boolean":
      return booleanShape();
    case "number":
      return numberShape();
    case "string":
      return stringShape();
    case "array":
      return arrayShape(
        unionShape(
          ...(shape.items ?? []).map((item) => widenAt(item, depth + 1)),
          widenAt(shape.element, depth + 1),
        ),
      );
    case "object": {
      const fields = Object.entries(shape.fields).map(
        ([name, field]) => [name, { ...field, shape: widenAt(field.shape, depth + 1) }] as const,
      );
      const rest = shape.rest && widenAt(shape.rest, depth + 1);
      return objectShape(Object.fromEntries(fields), { open: shape.open, ...(rest && { rest }) });
    }
    case "union":
      return unionShape(...shape.members.map((member) => widenAt(member, depth)));
    default:
      return shape;
  }
}
