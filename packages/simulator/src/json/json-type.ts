import type { Json } from "@statewright/json-types";

export type JsonTypeName = "array" | "object" | "string" | "number" | "boolean" | "null";

export function typeName(value: Json): JsonTypeName {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "object" || type === "string" || type === "number" ? type : "boolean";
}
