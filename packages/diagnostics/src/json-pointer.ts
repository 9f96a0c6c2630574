import type { JsonPointer } from "./diagnostic.ts";

/** Writes the path of a value as an RFC 6901 pointer: `["States", "a/b"]` → `/States/a~1b`. */
export function jsonPointer(path: readonly (string | number)[]): JsonPointer {
  let pointer = "";
  for (const key of path) pointer += `/${typeof key === "number" ? key : escaped(key)}`;
  return pointer;
}

/** Pointers are made by the thousand, and hardly any key needs the escapes. */
function escaped(key: string): string {
  return key.includes("/") || key.includes("~") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}

/** Reads an RFC 6901 pointer into its keys: `/States/a~1b` → `["States", "a/b"]`. */
export function pointerKeys(pointer: JsonPointer): string[] {
  if (pointer === "") return [];
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer of a member of the value at `pointer`. */
export function childPointer(pointer: JsonPointer, ...path: readonly (string | number)[]): JsonPointer {
  return pointer + jsonPointer(path);
}
