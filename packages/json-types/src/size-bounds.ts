import type { ArrayShape, ObjectShape, Shape } from "./shape.ts";

/** The least and the most UTF-8 bytes of a value once serialised without blanks. */
export interface SizeBounds {
  readonly least: number;
  readonly most: number;
  /** The most where every text and list without a bound is as short as it can be; `most` where all have one. */
  readonly bounded: number;
}

/** Deeper than any shape that the constructors make. */
const deepest = 160;
const unbounded: SizeBounds = Object.freeze({
  least: 0,
  most: Number.POSITIVE_INFINITY,
  bounded: 0,
});
const empty: SizeBounds = exactly(0);
const ofNull: SizeBounds = exactly(4);
const ofBoolean: SizeBounds = Object.freeze({ least: 4, most: 5, bounded: 5 });
const ofNumber: SizeBounds = Object.freeze({ least: 1, most: 25, bounded: 25 });
/** Shapes are frozen, and the states of a machine share most of theirs: what was measured stays true. */
const known = new WeakMap<Shape, SizeBounds>();

/** How large the JSON text of a value of `shape` can be; missing has no text. */
export function sizeBounds(shape: Shape): SizeBounds {
  return sizeAt(shape, 0);
}

function sizeAt(shape: Shape, depth: number): SizeBounds {
  if (depth > deepest) return unbounded;
  const isLarge = shape.kind === "object" || shape.kind === "array" || shape.kind === "union";
  if (!isLarge) return measured(shape, depth);
  const before = known.get(shape);
  if (before !== undefined) return before;
  const size = Object.freeze(measured(shape, depth));
  known.set(shape, size);
  return size;
}

function measured(shape: Shape, depth: number): SizeBounds {
  switch (shape.kind) {
    case "never":
    case "missing":
      return empty;
    case "unknown":
      return unbounded;
    case "null":
      return ofNull;
    case "boolean":
      return shape.value === undefined ? ofBoolean : textSize(shape.value);
    case "number":
      return shape.value === undefined ? ofNumber : textSize(shape.value);
    case "string":
      if (shape.value !== undefined) return textSize(shape.value);
      return textBounds(shape.maxLength);
    case "array":
      return arraySize(shape, depth);
    case "object":
      return objectSize(shape, depth);
    case "union": {
      const sizes = shape.members.map((member) => sizeAt(member, depth));
      return {
        least: Math.min(...sizes.map(({ least }) => least)),
        most: Math.max(...sizes.map(({ most }) => most)),
        bounded: Math.max(...sizes.map(({ bounded }) => bounded)),
      };
    }
  }
}

function exactly(bytes: number): SizeBounds {
  return Object.freeze({ least: bytes, most: bytes, bounded: bytes });
}

function textBounds(maxLength: number | undefined): SizeBounds {
  if (maxLength === undefined) return { least: 2, most: Number.POSITIVE_INFINITY, bounded: 2 };
  const most = 2 + 6 * maxLength;
  return { least: 2, most, bounded: most };
}

function textSize(value: string | number | boolean): SizeBounds {
  return exactly(utf8Length(JSON.stringify(value)));
}

function arraySize(shape: ArrayShape, depth: number): SizeBounds {
  const items = (shape.items ?? []).map((item) => sizeAt(item, depth + 1));
  const element = sizeAt(shape.element, depth + 1);
  const fixed = items.reduce((sum, { least }) => sum + least, 0);
  const fixedMost = items.reduce((sum, { most }) => sum + most, 0);
  const fixedBounded = items.reduce((sum, { bounded }) => sum + bounded, 0);
  const fewest = Math.max(shape.minItems - items.length, 0);
  const none = shape.element.kind === "never" || shape.element.kind === "missing";
  const many = none ? 0 : Math.max((shape.maxItems ?? Number.POSITIVE_INFINITY) - items.length, 0);
  const counted = Number.isFinite(many) ? many : fewest;
  const commas = (count: number) => Math.max(count - 1, 0);
  return {
    least: 2 + fixed + fewest * element.least + commas(items.length + fewest),
    most: 2 + fixedMost + (many === 0 ? 0 : many * element.most) + commas(items.length + many),
    bounded: 2 + fixedBounded + counted * element.bounded + commas(items.length + counted),
  };
}

function objectSize(shape: ObjectShape, depth: number): SizeBounds {
  let least = 2;
  let most = shape.open ? Number.POSITIVE_INFINITY : 2;
  let bounded = 2;
  for (const name of Object.keys(shape.fields)) {
    const field = shape.fields[name];
    if (field === undefined) continue;
    const value = sizeAt(field.shape, depth + 1);
    const key = textSize(name).least + 1;
    if (!field.optional) least += (least > 2 ? 1 : 0) + key + value.least;
    most += (most > 2 ? 1 : 0) + key + value.most;
    bounded += (bounded > 2 ? 1 : 0) + key + value.bounded;
  }
  return { least, most, bounded };
}

/** Bytes of `text` in UTF-8; JSON text holds no lone surrogates. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) <= 0x7f) continue;
    const code = text.codePointAt(index) ?? 0;
    bytes += code > 0x7ff ? 2 : 1;
    if (code > 0xffff) index += 1;
  }
  return bytes;
}
