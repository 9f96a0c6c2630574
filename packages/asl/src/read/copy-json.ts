import { type Diagnostic, jsonPointer } from "@statewright/diagnostics";
import { tooDeep } from "../diagnostics/syntax.ts";
import { wrongType } from "../diagnostics/values.ts";
import { emptyRecord } from "../model/empty-record.ts";
import type { JsonValue } from "../model/json-value.ts";
import { deepestNesting } from "../text/parse-json.ts";

/** A copy of data from outside as frozen JSON without prototypes; nothing when it is nested too deep. */
export function copyJson(json: unknown): {
  readonly value?: JsonValue;
  /** At most so long is it as JSON text without blanks and escapes. */
  readonly characters: number;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  /** The keys from the top to where the copying is. */
  const path: (string | number)[] = [];
  let deep = false;
  let characters = 0;
  const value = copy(json);
  if (deep) return { characters, diagnostics: [tooDeep.at({ pointer: "" }, { limit: deepestNesting })] };
  return { value, characters, diagnostics };

  function copy(source: unknown): JsonValue {
    // `false`, or the brackets or quotes of any other value, and the comma behind it.
    characters += 6;
    if (typeof source === "string") {
      characters += source.length;
      return source;
    }
    if (source === null || typeof source === "boolean") return source;
    // Minus zero is printed as zero.
    if (typeof source === "number" && Number.isFinite(source)) {
      characters += String(source).length;
      return source + 0;
    }
    if (typeof source !== "object") {
      const found = typeof source === "number" ? String(source) : `of type ${typeof source}`;
      const facts = { subject: "A value", field: "", expected: "JSON", found };
      diagnostics.push(wrongType.at({ pointer: jsonPointer(path) }, facts));
      return null;
    }
    if (deep || path.length >= deepestNesting) {
      deep = true;
      return null;
    }
    return Array.isArray(source) ? copyArray(source) : copyRecord(source as Record<string, unknown>);
  }

  function copyArray(source: readonly unknown[]): JsonValue {
    const items: JsonValue[] = [];
    for (let index = 0; index < source.length; index += 1) {
      path.push(index);
      items.push(copy(source[index]));
      path.pop();
    }
    return Object.freeze(items);
  }

  function copyRecord(source: Readonly<Record<string, unknown>>): JsonValue {
    const record = emptyRecord<JsonValue>();
    for (const key of Object.keys(source)) {
      const member = source[key];
      if (member === undefined) continue;
      characters += key.length + 3;
      path.push(key);
      record[key] = copy(member);
      path.pop();
    }
    return Object.freeze(record);
  }
}
