import type { Json, JsonObject } from "./json.ts";
import type { ArrayShape, JsonSchema, ObjectShape, Shape } from "./shape.ts";

/** The JSON Schema (2020-12) that admits the values of `shape`. Missing, which JSON does not have, is left out. */
export function schemaFromShape(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case "unknown":
      return true;
    case "never":
    case "missing":
      return false;
    case "null":
      return { type: "null" };
    case "boolean":
      return shape.value === undefined ? { type: "boolean" } : { const: shape.value };
    case "number": {
      if (shape.value !== undefined) return { const: shape.value };
      const { minimum, maximum } = shape;
      return {
        type: shape.integer ? "integer" : "number",
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
      };
    }
    case "string": {
      if (shape.value !== undefined) return { const: shape.value };
      const { maxLength, format } = shape;
      return {
        type: "string",
        ...(maxLength !== undefined && { maxLength }),
        ...(format !== undefined && { format }),
      };
    }
    case "array":
      return arraySchema(shape);
    case "object":
      return objectSchema(shape);
    case "union":
      return { anyOf: shape.members.filter((member) => member.kind !== "missing").map(schemaFromShape) };
  }
}

function arraySchema(shape: ArrayShape): JsonSchema {
  const items = shape.items ?? [];
  const minItems = Math.max(shape.minItems, items.length);
  return {
    type: "array",
    ...(items.length > 0 && { prefixItems: items.map(schemaFromShape) }),
    items: shape.maxItems === items.length ? false : schemaFromShape(shape.element),
    ...(minItems > 0 && { minItems }),
    ...(shape.maxItems !== undefined && { maxItems: shape.maxItems }),
  };
}

function objectSchema(shape: ObjectShape): JsonObject {
  const properties: Record<string, Json> = Object.create(null);
  const required: string[] = [];
  for (const [name, field] of Object.entries(shape.fields)) {
    properties[name] = schemaFromShape(field.shape);
    if (!field.optional) required.push(name);
  }
  const others = shape.rest === undefined ? shape.open : schemaFromShape(shape.rest);
  return {
    type: "object",
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: others,
  };
}
