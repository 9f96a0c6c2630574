import {
  arrayShape,
  booleanShape,
  filterMembers,
  nullShape,
  numberShape,
  objectShape,
  type Shape,
  stringShape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { present } from "./presence.ts";
import type { Refinement } from "./refinement.ts";

/** It is there and of one of the types that `$type` names. */
export function ofTypes(types: readonly string[]): Refinement {
  return {
    refine: (shape) =>
      shape.kind === "unknown"
        ? unionShape(...types.map(shapeOfType))
        : filterMembers(shape, ({ kind }) => types.includes(kind)),
    there: true,
  };
}

/** It is of none of these types; it may be missing unless `there`. */
export function notOfTypes(types: readonly string[], there: boolean): Refinement {
  return {
    refine: (shape) => filterMembers(there ? present(shape) : shape, ({ kind }) => !types.includes(kind)),
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
