import { childPointer, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
import { tooDeep } from "../diagnostics/syntax.ts";
import { wrongType } from "../diagnostics/values.ts";
import type { JsonValue } from "../model/json-value.ts";
import { deepestNesting } from "../text/parse-json.ts";

/** A copy of data from outside as frozen JSON without prototypes; nothing when it is nested too deep. */
export function copyJson(json: unknown): {
  readonly value?: JsonValue;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  let deep = false;
  const value = copy(json, "", 0);
  if (deep) return { diagnostics: [tooDeep.at({ pointer: "" }, { limit: deepestNesting })] };
  return { value, diagnostics };

  function copy(source: unknown, pointer: JsonPointer, depth: number): JsonValue {
    if (source === null || typeof source === "string" || typeof source === "boolean") return source;
    // Minus zero is printed as zero.
    if (typeof source === "number" && Number.isFinite(source)) return source + 0;
    if (typeof source !== "object") {
      const found = typeof source === "number" ? String(source) : `of type ${typeof source}`;
      const facts = { subject: "A value", field: "", expected: "JSON", found };
      diagnostics.push(wrongType.at({ pointer }, facts));
      return null;
    }
    if (deep || depth >= deepestNesting) {
      deep = true;
      return null;
    }
    if (Array.isArray(source)) {
      const items = Array.from(source, (item, index) => copy(item, childPointer(pointer, index), depth + 1));
      return Object.freeze(items);
    }
    const record: Record<string, JsonValue> = Object.create(null);
    for (const [key, member] of Object.entries(source)) {
      if (member !== undefined) record[key] = copy(member, childPointer(pointer, key), depth + 1);
    }
    return Object.freeze(record);
  }
}
