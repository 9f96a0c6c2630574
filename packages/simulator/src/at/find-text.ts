import type { JsonValue } from "@statewright/asl";

type Keys = readonly (string | number)[];

/** The keys of the first string in a value, in the order in which it is evaluated, for which `wanted` holds. */
export function findText(
  value: JsonValue,
  keys: Keys,
  wanted: (text: string, keys: Keys) => boolean,
): Keys | undefined {
  const pending: { readonly value: JsonValue; readonly keys: Keys }[] = [{ value, keys }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value: part, keys: at } = next;
    if (typeof part === "string" && wanted(part, at)) return at;
    if (typeof part !== "object" || part === null) continue;
    const inner = Array.isArray(part) ? [...part.entries()] : Object.entries(part);
    for (const [key, child] of inner.reverse()) pending.push({ value: child, keys: [...at, key] });
  }
  return undefined;
}

/** A place as causes cite it: `Choices[0]/Output/v` (R-JA-25). */
export function locationOf(keys: Keys): string {
  let location = "";
  for (const key of keys) {
    if (typeof key === "number") location += `[${key}]`;
    else location += location === "" ? key : `/${key}`;
  }
  return location;
}
