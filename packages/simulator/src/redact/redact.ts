import type { Json } from "@statewright/json-types";
import { setMember } from "../json/json-text.ts";

/**
 * The same value without what it says: its shape and its member names stay, each text becomes `<text of 7
 * characters>`, each number 0. Equal texts of one length cannot be told from different ones.
 *
 * @example
 * ```ts
 * redact({ card: "4111", amount: 12, paid: true }); // → { card: "<text of 4 characters>", amount: 0, paid: true }
 * ```
 */
export function redact(value: Json): Json {
  const root: Record<string, Json> = { value };
  const pending: (readonly [holder: Record<string, Json> | Json[], key: string | number])[] = [
    [root, "value"],
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [holder, key] = next;
    const from = (holder as Record<string | number, Json>)[key] as Json;
    const copy = redactShallow(from);
    if (Array.isArray(holder)) holder[Number(key)] = copy;
    else setMember(holder, String(key), copy);
    if (typeof copy !== "object" || copy === null) continue;
    const inside = copy as Record<string, Json> | Json[];
    const keys = Array.isArray(inside) ? [...inside.keys()] : Object.keys(inside);
    for (const one of keys) pending.push([inside, one]);
  }
  return root.value ?? null;
}

/** A copy whose members are still those of the value. */
function redactShallow(from: Json): Json {
  if (typeof from === "string") return redactText(from);
  if (typeof from === "number") return 0;
  if (typeof from !== "object" || from === null) return from;
  if (Array.isArray(from)) return [...from];
  const copy: Record<string, Json> = {};
  for (const [key, part] of Object.entries(from)) setMember(copy, key, part as Json);
  return copy;
}

/** A text by its length alone. */
export function redactText(text: string): string {
  return `<text of ${text.length} characters>`;
}
