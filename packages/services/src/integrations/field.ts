import type { FieldShape, Shape } from "@statewright/json-types";

/** A field that is always there. */
export function required(shape: Shape): FieldShape {
  return Object.freeze({ shape, optional: false });
}

/** A field that may be absent. */
export function optional(shape: Shape): FieldShape {
  return Object.freeze({ shape, optional: true });
}
