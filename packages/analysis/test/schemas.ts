import type { SchemaValue } from "@statewright/asl";

// Schemas as a types file holds them, short enough to read in a test.

export const text: SchemaValue = { type: "string" };
export const number: SchemaValue = { type: "number" };
export const boolean: SchemaValue = { type: "boolean" };

/** An object of these fields; a name that ends in `?` may be absent. */
export function fields(members: Readonly<Record<string, SchemaValue>>): SchemaValue {
  const properties = Object.fromEntries(
    Object.entries(members).map(([name, schema]) => [name.replace(/\?$/, ""), schema]),
  );
  const required = Object.keys(members).filter((name) => !name.endsWith("?"));
  return { type: "object", properties, required };
}

export function listOf(items: SchemaValue): SchemaValue {
  return { type: "array", items };
}

export function oneOf(...values: readonly (string | number | boolean | null)[]): SchemaValue {
  return { enum: values };
}

export function anyOf(...schemas: readonly SchemaValue[]): SchemaValue {
  return { anyOf: schemas };
}
