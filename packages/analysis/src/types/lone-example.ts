import type { Shape } from "@statewright/json-types";

/** Shapes nested deeper are no examples. */
const deepest = 50;

/**
 * Whether a shape holds one value alone. That may be an example of what can be there and is no promise, so that
 * what is derived from it is worth no warning.
 */
export function isLoneExample(shape: Shape, depth = 0): boolean {
  if (depth > deepest) return false;
  switch (shape.kind) {
    case "null":
      return true;
    case "boolean":
    case "number":
    case "string":
      return shape.value !== undefined;
    case "array":
      return (
        shape.maxItems === (shape.items?.length ?? 0) &&
        (shape.items ?? []).every((item) => isLoneExample(item, depth + 1))
      );
    case "object":
      return (
        !shape.open &&
        Object.values(shape.fields).every((field) => !field.optional && isLoneExample(field.shape, depth + 1))
      );
    default:
      return false;
  }
}
