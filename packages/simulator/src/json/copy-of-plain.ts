import type { Json } from "@statewright/json-types";

/**
 * A copy of a value that is JSON already, of at most `levels` levels; nothing for any other, which only its text
 * can tell (`toJSON`, dates, members that are undefined). Goes down no further than the levels.
 */
export function copyOfPlain(value: unknown, levels: number): Json | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? value : undefined;
  if (typeof value !== "object" || levels === 0) return undefined;
  return Array.isArray(value) ? copyOfArray(value, levels) : copyOfObject(value, levels);
}

function copyOfArray(values: readonly unknown[], levels: number): Json | undefined {
  if ("toJSON" in values) return undefined;
  const copies: Json[] = [];
  for (const value of values) {
    const copy = copyOfPlain(value, levels - 1);
    if (copy === undefined) return undefined;
    copies.push(copy);
  }
  return copies;
}

function copyOfObject(object: object, levels: number): Json | undefined {
  if (Object.getPrototypeOf(object) !== Object.prototype) return undefined;
  const copies: Record<string, Json> = {};
  for (const key of Object.keys(object)) {
    if (key === "__proto__") return undefined;
    const copy = copyOfPlain((object as Readonly<Record<string, unknown>>)[key], levels - 1);
    if (copy === undefined) return undefined;
    copies[key] = copy;
  }
  return copies;
}
