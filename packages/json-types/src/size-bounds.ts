import type { ArrayShape, ObjectShape, Shape } from "./shape.ts";

/** The least and the most UTF-8 bytes of a value once serialised without blanks. */
export interface SizeBounds {
  readonly least: number;
  readonly most: number;
}

const deepest = 60;
const unbounded: SizeBounds = { least: 0, most: Number.POSITIVE_INFINITY };

/** How large the JSON text of a value of `shape` can be; missing has no text. */
export function sizeBounds(shape: Shape): SizeBounds {
  return sizeAt(shape, 0);
}

function sizeAt(shape: Shape, depth: number): SizeBounds {
  if (depth > deepest) return unbounded;
  switch (shape.kind) {
    case "never":
    case "missing":
      return exactly(0);
    case "unknown":
      return unbounded;
    case "null":
      return exactly(4);
    case "boolean":
      return shape.value === undefined ? { least: 4, most: 5 } : textSize(shape.value);
    case "number":
      return shape.value === undefined ? { least: 1, most: 25 } : textSize(shape.value);
    case "string":
      if (shape.value !== undefined) return textSize(shape.value);
      return { least: 2, most: 2 + 6 * (shape.maxLength ?? Number.POSITIVE_INFINITY) };
    case "array":
      return arraySize(shape, depth);
    case "object":
      return objectSize(shape, depth);
    case "union": {
      const sizes = shape.members.map((member) => sizeAt(member, depth));
      return {
        least: Math.min(...sizes.map(({ least }) => least)),
        most: Math.max(...sizes.map(({ most }) => most)),
      };
    }
  }
}

function exactly(bytes: number): SizeBounds {
  return { least: bytes, most: bytes };
}

function textSize(value: string | number | boolean): SizeBounds {
  return exactly(utf8Length(JSON.stringify(value)));
}

function arraySize(shape: ArrayShape, depth: number): SizeBounds {
  const items = (shape.items ?? []).map((item) => sizeAt(item, depth + 1));
  const element = sizeAt(shape.element, depth + 1);
  const fixed = items.reduce((sum, { least }) => sum + least, 0);
  const fixedMost = items.reduce((sum, { most }) => sum + most, 0);
  const fewest = Math.max(shape.minItems - items.length, 0);
  const none = shape.element.kind === "never" || shape.element.kind === "missing";
  const many = none ? 0 : Math.max((shape.maxItems ?? Number.POSITIVE_INFINITY) - items.length, 0);
  const commas = (count: number) => Math.max(count - 1, 0);
  return {
    least: 2 + fixed + fewest * element.least + commas(items.length + fewest),
    most: 2 + fixedMost + (many === 0 ? 0 : many * element.most) + commas(items.length + many),
  };
}

function objectSize(shape: ObjectShape, depth: number): SizeBounds {
  let least = 2;
  let most = shape.open ? Number.POSITIVE_INFINITY : 2;
  for (const [name, field] of Object.entries(shape.fields)) {
    const value = sizeAt(field.shape, depth + 1);
    const key = textSize(name).least + 1;
    if (!field.optional) least += (least > 2 ? 1 : 0) + key + value.least;
    most += (most > 2 ? 1 : 0) + key + value.most;
  }
  return { least, most };
}

/** Bytes of `text` in UTF-8; JSON text holds no lone surrogates. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0xffff) bytes += 2;
    else if (code > 0x7ff) bytes += 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}
