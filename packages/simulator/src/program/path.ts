import type { Json } from "@statewright/json-types";

/**
 * A JSONPath that names one node: members and indices only. `root` is the data (`$`), the context object
 * (`$$`) or a variable (`$name`).
 */
export interface Path {
  readonly text: string;
  readonly root: "data" | "context" | { readonly variable: string };
  readonly steps: readonly (string | number)[];
}

/** Where a path ended: a value, or how far it got. */
export type PathResult =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly missing: string | number; readonly depth: number };

const head = /^\$(\$|[\p{ID_Start}][\p{ID_Continue}]*)?/u;
const member = /^\.([\p{L}\p{N}_$-]+)(?!\()/u;
const quoted = /^\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*\]/;
const index = /^\[\s*(-?\d+)\s*\]/;

/** Reads a definite path; nothing for wildcards, slices, unions, filters and functions, which are not read yet. */
export function parsePath(text: string): Path | undefined {
  const start = head.exec(text);
  if (start === null) return undefined;
  const steps: (string | number)[] = [];
  let rest = text.slice(start[0].length);
  while (rest !== "") {
    const found = member.exec(rest) ?? quoted.exec(rest) ?? index.exec(rest);
    if (found === null) return undefined;
    steps.push(stepOf(rest, found));
    rest = rest.slice(found[0].length);
  }
  const name = start[1];
  const root = name === undefined ? "data" : name === "$" ? "context" : { variable: name };
  return { text, root, steps };
}

function stepOf(rest: string, found: RegExpExecArray): string | number {
  if (rest.startsWith(".")) return found[1] ?? "";
  if (index.test(rest)) return Number(found[1]);
  return (found[1] ?? found[2] ?? "").replace(/\\(.)/g, "$1");
}

/** Follows the steps into `value`; own members only. */
export function followPath(steps: readonly (string | number)[], value: Json): PathResult {
  let at = value;
  for (let depth = 0; depth < steps.length; depth += 1) {
    const step = steps[depth] as string | number;
    const next = memberOf(at, step);
    if (next === undefined) return { ok: false, missing: step, depth };
    at = next;
  }
  return { ok: true, value: at };
}

function memberOf(value: Json, step: string | number): Json | undefined {
  if (value === null || typeof value !== "object") return undefined;
  if (Array.isArray(value)) return typeof step === "number" ? value.at(step) : undefined;
  const object = value as Readonly<Record<string, Json>>;
  return typeof step === "string" && Object.hasOwn(object, step) ? object[step] : undefined;
}
