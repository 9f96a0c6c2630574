import { nearestName } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { childOf, isJsonObject } from "../json/json-object.ts";

/** A place in the data that an expression reads. */
export interface Reference {
  readonly root: "input" | "result" | "context" | "variable";
  /** The name of the variable. */
  readonly variable?: string;
  /** As far as names and numbers lead. */
  readonly keys: readonly string[];
  /** As it is written, up to there. */
  readonly text: string;
}

const member = /\.?\[(\d{1,9}|'[^']{1,500}'|"[^"]{1,500}")\]|\.([A-Za-z_][\w-]{0,199})|\.`([^`]{1,500})`/y;
const longestText = 100_000;

/** Everything that an expression of JSONata reads by names alone, in the order of its text. */
export function jsonataReferences(expression: string): readonly Reference[] {
  const found: Reference[] = [];
  const text = expression.slice(0, longestText);
  const bound = new Set([...text.matchAll(/\$(\w+)\s{0,20}:=/g)].map(([, name]) => name));
  for (const [, parameters = ""] of text.matchAll(/(?:function|λ)\s{0,20}\(([^)]{0,1000})\)/g))
    for (const [, name] of parameters.matchAll(/\$(\w+)/g)) bound.add(name);
  for (const { index, 0: head, 1: name = "" } of text.matchAll(/\$([A-Za-z_]\w{0,199})/g)) {
    const after = index + head.length;
    const { keys, end } = keysAt(text, after);
    if (name !== "states") {
      if (bound.has(name) || (text[end] === "(" && keys.length === 0)) continue; // a name of its own, a function
      found.push({ root: "variable", variable: name, keys, text: text.slice(index, end) });
      continue;
    }
    const [root, ...rest] = keys;
    if (root === "input" || root === "result" || root === "context")
      found.push({ root, keys: rest, text: text.slice(index, end) });
  }
  return found;
}

/** What a path reads, as far as names and numbers lead. */
export function pathReference(path: string): Reference | undefined {
  const text = path.slice(0, longestText);
  const [head, name = ""] = /^\$(\$|[A-Za-z_]\w{0,199})?/.exec(text) ?? [];
  if (head === undefined) return undefined;
  const { keys, end } = keysAt(text, head.length);
  const shown = text.slice(0, end);
  if (name === "$") return { root: "context", keys, text: shown };
  return name === ""
    ? { root: "input", keys, text: shown }
    : { root: "variable", variable: name, keys, text: shown };
}

function keysAt(text: string, start: number): { readonly keys: readonly string[]; readonly end: number } {
  const keys: string[] = [];
  let end = start;
  for (;;) {
    member.lastIndex = end;
    const found = member.exec(text);
    if (found === null) return { keys, end };
    const [whole, bracket, word, quoted] = found;
    keys.push(word ?? quoted ?? (bracket ?? "").replace(/^['"]|['"]$/g, ""));
    end += whole.length;
  }
}

/** What a reference leads to: the value, or the last value on the way, with the name that it does not have. */
export interface Resolved {
  readonly value?: Json;
  /** How many keys led somewhere. */
  readonly depth: number;
  readonly holder: Json;
  readonly missing?: string;
  /** A name that it has instead. */
  readonly nearest?: string;
}

/** Follows keys into a value. */
export function resolveKeys(root: Json, keys: readonly string[]): Resolved {
  let value = root;
  for (const [depth, key] of keys.entries()) {
    const inside = childOf(value, key);
    if (inside === undefined) {
      const names = isJsonObject(value) ? Object.keys(value).slice(0, 1000) : [];
      const nearest = nearestName(key, names);
      return { depth, holder: value, missing: key, ...(nearest !== undefined && { nearest }) };
    }
    value = inside;
  }
  return { value, depth: keys.length, holder: value };
}
