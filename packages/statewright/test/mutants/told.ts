import type { SchemaValue } from "@statewright/asl";

/**
 * What data is, written by hand in short: `"string"`, `"number"`, `"boolean"`, `"any"`, `"=A|B"` for one of these texts,
 * `[…]` for a list of such elements, and an object by its fields; a field whose name ends with `?` may be missing.
 */
export type Told = string | readonly [Told] | { readonly [field: string]: Told };

/** The JSON Schema that says it. */
export function schemaOf(told: Told): SchemaValue {
  if (typeof told === "string") {
    if (told === "any") return true;
    return told.startsWith("=") ? { enum: told.slice(1).split("|") } : { type: told };
  }
  if (isList(told)) return { type: "array", items: schemaOf(told[0]) };
  const fields = Object.entries(told);
  return {
    type: "object",
    properties: Object.fromEntries(fields.map(([name, value]) => [plain(name), schemaOf(value)])),
    required: fields.filter(([name]) => !name.endsWith("?")).map(([name]) => name),
  };
}

function isList(told: Told): told is readonly [Told] {
  return Array.isArray(told);
}

function plain(name: string): string {
  return name.endsWith("?") ? name.slice(0, -1) : name;
}

/** What `lambda:invoke` returns around what the function does. */
export function invoked<Payload extends Told>(payload: Payload) {
  return { ExecutedVersion: "string", StatusCode: "number", Payload: payload } as const;
}
