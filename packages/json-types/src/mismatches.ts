import { fieldOf } from "./fields.ts";
import { includes } from "./includes.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Shape } from "./shape.ts";

/** One place where a value is not what a shape says. */
export interface Mismatch {
  /** RFC 6901 pointer into the value. */
  readonly pointer: string;
  readonly expected: Shape;
  /** What is there; undefined: nothing. */
  readonly found: Json | undefined;
}

const mostMismatches = 20;
const deepest = 60;

/** The smallest places where `value` is not in `shape`; none if it is. At most twenty. */
export function mismatches(shape: Shape, value: Json | undefined): readonly Mismatch[] {
  const found: Mismatch[] = [];
  collect(shape, value, "", 0, found);
  return found;
}

function collect(
  shape: Shape,
  value: Json | undefined,
  pointer: string,
  depth: number,
  found: Mismatch[],
): void {
  if (found.length >= mostMismatches || includes(shape, value)) return;
  const before = found.length;
  if (depth < deepest && shape.kind === "object" && isObject(value)) {
    const names = new Set([...Object.keys(shape.fields), ...Object.keys(value)]);
    for (const name of names)
      collect(
        fieldOf(shape, name),
        Object.hasOwn(value, name) ? value[name] : undefined,
        child(pointer, name),
        depth + 1,
        found,
      );
  } else if (depth < deepest && shape.kind === "array" && isArray(value)) {
    for (const [index, item] of value.entries())
      collect(shape.items?.[index] ?? shape.element, item, child(pointer, String(index)), depth + 1, found);
  }
  if (found.length === before) found.push({ pointer, expected: shape, found: value });
}

function child(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
