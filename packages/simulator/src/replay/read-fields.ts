import { childPointer, type Diagnostic } from "@statewright/diagnostics";
import type { Json, JsonObject } from "@statewright/json-types";
import { brokenRecording } from "../diagnostics/recordings.ts";
import { isJsonObject, kindOf, memberOf } from "../json/json-object.ts";

/** Reads members of a document and keeps what is not as it should be. */
export interface FieldReader {
  readonly found: Diagnostic[];
  text(holder: Json, at: string, key: string): string | undefined;
  number(holder: Json, at: string, key: string): number | undefined;
  /** An array of what `read` makes of each element; nothing becomes an empty one. */
  list<Item>(
    holder: Json,
    at: string,
    key: string,
    read: (item: Json, at: string) => Item | undefined,
  ): readonly Item[];
  object(value: Json | undefined, at: string): JsonObject | undefined;
  wrong(at: string, expected: string, found: Json | undefined): undefined;
}

/** Makes a reader for the document called `what`. A member that is null counts as left out. */
export function fieldReader(what: string): FieldReader {
  const found: Diagnostic[] = [];
  const wrong = (at: string, expected: string, value: Json | undefined): undefined => {
    if (found.length < mostFindings)
      found.push(brokenRecording.at({ pointer: at }, { what, expected, found: foundAt(at, value) }));
    return undefined;
  };
  return {
    found,
    wrong,
    text(holder, at, key) {
      const value = memberOf(holder, key) ?? undefined;
      if (value === undefined || typeof value === "string") return value;
      return wrong(childPointer(at, key), "a string", value);
    },
    number(holder, at, key) {
      const value = memberOf(holder, key) ?? undefined;
      if (value === undefined || typeof value === "number") return value;
      return wrong(childPointer(at, key), "a number", value);
    },
    list(holder, at, key, read) {
      const value = memberOf(holder, key) ?? [];
      const place = childPointer(at, key);
      if (!isList(value)) {
        wrong(place, "an array", value);
        return [];
      }
      return value.flatMap((item, index) => {
        const item_ = read(item, childPointer(place, index));
        return item_ === undefined ? [] : [item_];
      });
    },
    object(value, at) {
      return isJsonObject(value) ? value : wrong(at, "an object", value);
    },
  };
}

/** More of them say nothing new. */
const mostFindings = 20;

function foundAt(at: string, value: Json | undefined): string {
  return at === "" ? kindOf(value) : `${kindOf(value)} at \`${at.slice(0, 200)}\``;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
