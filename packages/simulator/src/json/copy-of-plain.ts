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
  if (Object.getPrototypeOf(values) !== Array.prototype || "toJSON" in values) return undefined;
  const copies = values.slice() as Json[];
  for (let index = 0; index < copies.length; index += 1) {
    const value = copies[index] as unknown;
    if (typeof value === "string") continue;
    const copy = copyOfPlain(value, levels - 1);
    if (copy === undefined) return undefined;
    if (copy !== value) copies[index] = copy;
  }
  return copies;
}

function copyOfObject(object: object, levels: number): Json | undefined {
  if (Object.getPrototypeOf(object) !== Object.prototype) return undefined;
  if (Object.getOwnPropertySymbols(object).length > 0 || Object.hasOwn(object, "__proto__")) return undefined;
  const copies = { ...object } as Record<string, Json>; // all members at once, then what is inside of them
  for (const key in copies) {
    const value = copies[key] as unknown;
    if (typeof value === "string") continue;
    const copy = copyOfPlain(value, levels - 1);
    if (copy === undefined) return undefined;
    if (copy !== value) copies[key] = copy;
  }
  return copies;
}
