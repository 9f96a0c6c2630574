import type { Shape } from "@statewright/json-types";

/** The least whole number with more digits than JSONata writes. */
const sixteenDigits = 10 ** 15;

/** Whether a value of the shape can be a number with more than 15 digits; `deep` looks into arrays and objects too. */
export function mayBeLong(shape: Shape, deep = false): boolean {
  switch (shape.kind) {
    case "unknown":
      return true;
    case "number": {
      if (shape.value !== undefined) return isLong(shape.value);
      if (shape.integer !== true) return true;
      return (
        (shape.minimum ?? -sixteenDigits) <= -sixteenDigits ||
        (shape.maximum ?? sixteenDigits) >= sixteenDigits
      );
    }
    case "union":
      return shape.members.some((member) => mayBeLong(member, deep));
    case "array":
      return (
        deep && (mayBeLong(shape.element, deep) || (shape.items ?? []).some((item) => mayBeLong(item, deep)))
      );
    case "object":
      return deep && objectMayBeLong(shape);
    default:
      return false;
  }
}

function objectMayBeLong(shape: Shape & { readonly kind: "object" }): boolean {
  if (shape.open && (!shape.rest || mayBeLong(shape.rest, true))) return true;
  return Object.values(shape.fields).some((field) => mayBeLong(field.shape, true));
}

function isLong(value: number): boolean {
  return Number(value.toPrecision(15)) !== value;
}
