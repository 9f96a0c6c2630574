import type { Json, JsonObject } from "./json.ts";

/** Parts nested deeper than this are left as they are. */
const deepest = 40;

/**
 * Values one step smaller than `value`, the smallest first: fewer items or fields, shorter texts, numbers nearer to 0.
 *
 * Following any chain of them ends. Whether one of them still fits a shape is for `includes` to say.
 *
 * @example
 * ```ts
 * [...smallerValues([3, "a"])]; // → [], ["a"], [3], [0, "a"], …, [3, ""]
 * ```
 */
export function smallerValues(value: Json): Iterable<Json> {
  return smaller(value, 0);
}

function* smaller(value: Json, depth: number): Generator<Json> {
  if (depth > deepest) return;
  if (typeof value === "number") yield* smallerNumbers(value);
  else if (typeof value === "string") yield* smallerTexts(value);
  else if (value === true) yield false;
  else if (isArray(value)) yield* smallerArrays(value, depth);
  else if (isObject(value)) yield* smallerObjects(value, depth);
}

function* smallerNumbers(value: number): Generator<number> {
  if (Object.is(value, -0)) yield 0;
  if (value === 0) return;
  yield 0;
  const half = Math.trunc(value / 2);
  if (!Number.isInteger(value)) yield Math.trunc(value);
  else if (half !== 0) yield half;
  if (Number.isInteger(value) && Math.abs(value) < 1000 && Math.abs(value) > 1)
    yield value - Math.sign(value);
  if (value < 0) yield -value;
}

function* smallerTexts(value: string): Generator<string> {
  if (value === "") return;
  yield "";
  const symbols = [...value];
  if (symbols.length > 2) yield symbols.slice(0, symbols.length >> 1).join("");
  if (symbols.length > 1) yield symbols.slice(1).join("");
  if (symbols.length > 1) yield symbols.slice(0, -1).join("");
  if (value !== "a" && symbols.length === 1) yield "a";
}

function* smallerArrays(value: readonly Json[], depth: number): Generator<Json> {
  if (value.length === 0) return;
  yield [];
  if (value.length > 3) {
    yield value.slice(0, value.length >> 1);
    yield value.slice(value.length >> 1);
  }
  for (const index of value.keys()) if (value.length > 1) yield value.toSpliced(index, 1);
  for (const [index, item] of value.entries())
    for (const one of smaller(item, depth + 1)) yield value.with(index, one);
}

function* smallerObjects(value: JsonObject, depth: number): Generator<Json> {
  const entries = Object.entries(value);
  for (const index of entries.keys()) yield Object.fromEntries(entries.toSpliced(index, 1));
  for (const [index, [name, part]] of entries.entries())
    for (const one of smaller(part, depth + 1)) yield Object.fromEntries(entries.with(index, [name, one]));
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
