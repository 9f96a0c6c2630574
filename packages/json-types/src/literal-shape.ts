import type { Json } from "./json.ts";
import {
  arrayShape,
  booleanShape,
  missingShape,
  nullShape,
  numberShape,
  objectShape,
  stringShape,
  unknownShape,
} from "./make-shape.ts";
import type { Shape } from "./shape.ts";
import { unionOf } from "./union-shape.ts";

/** Values nested deeper than this, and what an array holds beyond this many elements, are described less exactly. */
const deepest = 60;
const longestTuple = 64;

/** The shape that holds exactly `value` (undefined: missing). Very deep values become unknown below the limit. */
export function literalShape(value: Json | undefined): Shape {
  return describe(value, 0);
}

function describe(value: Json | undefined, depth: number): Shape {
  if (value === undefined) return missingShape;
  if (value === null) return nullShape;
  if (typeof value === "boolean") return booleanShape(value);
  if (typeof value === "number") return numberShape({ value });
  if (typeof value === "string") return stringShape({ value });
  if (depth > deepest) return unknownShape;
  if (isArray(value)) {
    const items = value.slice(0, longestTuple).map((item) => describe(item, depth + 1));
    const others = value.slice(longestTuple).map((item) => describe(item, depth + 1));
    const size = { minItems: value.length, maxItems: value.length };
    return arrayShape(unionOf([...items, ...others]), items.length > 0 ? { ...size, items } : size);
  }
  return objectShape(
    Object.fromEntries(Object.entries(value).map(([name, member]) => [name, describe(member, depth + 1)])),
  );
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
