import type { JsonRecord, JsonValue } from "@statewright/asl";
import { type Diagnostic, type Fix, pointerKeys, type TextEdit } from "@statewright/diagnostics";

/** Each fix is tried on the whole machine; a machine that offers more has other troubles than a tedious fix. */
const mostTried = 20;

/**
 * The findings with those of their fixes that are sure: applied to the machine, the finding is gone and no other
 * one comes up. A misspelt transition that is mended may lead to states that cannot take the data it brings.
 *
 * @param definition the machine as data.
 * @param recheck everything there is to say about a definition.
 */
export function withSureFixes(
  definition: JsonValue,
  found: readonly Diagnostic[],
  recheck: (definition: JsonValue) => readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!found.some(({ fixes }) => fixes !== undefined)) return found;
  const before = tally(recheck(definition));
  let tried = 0;
  const isSure = (fix: Fix, finding: Diagnostic): boolean => {
    tried += 1;
    if (tried > mostTried) return false;
    const fixed = fix.edits.reduce<JsonValue | undefined>(edited, definition);
    if (fixed === undefined) return false;
    const after = tally(recheck(fixed));
    const gone = count(after, finding) < count(before, finding);
    return gone && [...after].every(([key, times]) => times <= (before.get(key) ?? 0));
  };
  return found.map((finding) => {
    const { fixes, ...rest } = finding;
    if (fixes === undefined) return finding;
    const sure = fixes.filter((fix) => isSure(fix, finding));
    return Object.freeze(sure.length === 0 ? rest : { ...rest, fixes: sure });
  });
}

const keyOf = ({ code, pointer }: Diagnostic): string => `${code} ${pointer}`;

function tally(found: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const finding of found) counted.set(keyOf(finding), (counted.get(keyOf(finding)) ?? 0) + 1);
  return counted;
}

function count(tallied: ReadonlyMap<string, number>, finding: Diagnostic): number {
  return tallied.get(keyOf(finding)) ?? 0;
}

/** The definition with one edit made; nothing where there is no such place. */
function edited(
  definition: JsonValue | undefined,
  { pointer, part, newText }: TextEdit,
): JsonValue | undefined {
  if (definition === undefined || pointer === undefined) return undefined;
  const keys = pointerKeys(pointer);
  const last = keys.pop();
  if (last === undefined) return undefined;
  const path: (JsonRecord | readonly JsonValue[])[] = [];
  let at: JsonValue | undefined = definition;
  for (const key of [...keys, last]) {
    if (typeof at !== "object" || at === null) return undefined;
    path.push(at as JsonRecord);
    at = Object.hasOwn(at, key) ? (at as JsonRecord)[key] : undefined;
  }
  const holder = path.pop();
  if (holder === undefined || (at === undefined && part !== "member")) return undefined;
  const value = newText === "" ? undefined : jsonOf(newText);
  if (newText !== "" && value === undefined) return undefined;
  let changed: JsonValue = replaced(holder, last, part, value);
  for (let outer = path.pop(); outer !== undefined; outer = path.pop()) {
    changed = replaced(outer, keys.pop() ?? "", "value", changed);
  }
  return changed;
}

/** An edit that is written for its place already (YAML, text inside of a text) may be no JSON. */
function jsonOf(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function replaced(
  holder: JsonRecord | readonly JsonValue[],
  key: string,
  part: TextEdit["part"],
  value: JsonValue | undefined,
): JsonValue {
  if (Array.isArray(holder)) {
    const items = holder.map((item: JsonValue, index) => (String(index) === key ? value : item));
    return (key === String(items.length) ? [...items, value] : items).filter((item) => item !== undefined);
  }
  const entries = Object.entries(holder).flatMap(([name, held]): [string, JsonValue][] => {
    if (name !== key) return [[name, held]];
    if (part === "key") return [[String(value), held]];
    return value === undefined ? [] : [[name, value]];
  });
  if (!Object.hasOwn(holder, key) && value !== undefined) entries.push([key, value]);
  return Object.fromEntries(entries);
}
