import { childPointer, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
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
  const copying: Copying = { characters: 0, deep: false, strange: false };
  const value = copy(json, 0, copying);
  const { characters, deep, strange } = copying;
  if (deep) return { characters, diagnostics: [tooDeep.at({ pointer: "" }, { limit: deepestNesting })] };
  return { value, characters, diagnostics: strange ? strangers(json, "") : [] };
}

interface Copying {
  characters: number;
  deep: boolean;
  /** Something in it is no JSON. */
  strange: boolean;
}

function copy(source: unknown, depth: number, copying: Copying): JsonValue {
  // `false`, or the brackets or quotes of any other value, and the comma behind it.
  copying.characters += 6;
  if (typeof source === "string") {
    copying.characters += source.length;
    return source;
  }
  if (source === null || typeof source === "boolean") return source;
  if (typeof source === "number" && Number.isFinite(source)) {
    copying.characters += String(source).length;
    // Minus zero is printed as zero.
    return source + 0;
  }
  if (typeof source !== "object") {
    copying.strange = true;
    return null;
  }
  if (copying.deep || depth >= deepestNesting) {
    copying.deep = true;
    return null;
  }
  if (Array.isArray(source)) {
    const items: JsonValue[] = [];
    for (let index = 0; index < source.length; index += 1) {
      items.push(copy(source[index], depth + 1, copying));
    }
    return Object.freeze(items);
  }
  const record = emptyRecord<JsonValue>();
  const members = source as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(members)) {
    const member = members[key];
    if (member === undefined) continue;
    copying.characters += key.length + 3;
    record[key] = copy(member, depth + 1, copying);
  }
  return Object.freeze(record);
}

/** The findings about what is no JSON; looked for once it is known that there is something. */
function strangers(source: unknown, pointer: JsonPointer): readonly Diagnostic[] {
  if (typeof source === "object" && source !== null) {
    return Object.entries(source).flatMap(([key, member]) =>
      member === undefined && !Array.isArray(source) ? [] : strangers(member, childPointer(pointer, key)),
    );
  }
  const isJson = typeof source === "string" || typeof source === "boolean" || source === null;
  if (isJson || (typeof source === "number" && Number.isFinite(source))) return [];
  const found = typeof source === "number" ? String(source) : `of type ${typeof source}`;
  return [wrongType.at({ pointer }, { subject: "A value", field: "", expected: "JSON", found })];
}
