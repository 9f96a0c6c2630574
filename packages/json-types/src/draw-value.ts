import type { Json } from "./json.ts";
import { membersOf } from "./members.ts";
import type { ArrayShape, NumberShape, ObjectShape, Shape, StringShape } from "./shape.ts";

/** Numbers from 0 to less than 1; who hands in the same ones gets the same value. */
export type RandomNumbers = () => number;

/** Values nested deeper than this are the least that their shape has. */
const deepest = 12;
/** After so many parts a value takes no more than its shape asks for. */
const mostParts = 400;

interface Drawing {
  readonly random: RandomNumbers;
  left: number;
}

/**
 * One value of `shape`, or nothing where it has none (never, missing).
 *
 * Edges come often: empty arrays, absent optional fields, long texts and odd ones, -0, the largest numbers. A shape may
 * hold more than the schema that it was read from, so may the value; for a schema it has to be checked again.
 *
 * @example
 * ```ts
 * drawValue(shapeFromSchema({ type: "array", items: { type: "integer", minimum: 1 } }), Math.random); // → [1, 9007199254740991]
 * ```
 */
export function drawValue(shape: Shape, random: RandomNumbers): Json | undefined {
  return draw(shape, { random, left: mostParts }, 0);
}

function draw(shape: Shape, drawing: Drawing, depth: number): Json | undefined {
  drawing.left -= 1;
  switch (shape.kind) {
    case "never":
    case "missing":
      return undefined;
    case "unknown":
      return pick<Json>([null, true, 0, "", "a", [], {}], drawing);
    case "null":
      return null;
    case "boolean":
      return shape.value ?? drawing.random() < 0.5;
    case "number":
      return drawNumber(shape, drawing);
    case "string":
      return drawString(shape, drawing);
    case "array":
      return drawArray(shape, drawing, depth);
    case "object":
      return drawObject(shape, drawing, depth);
    case "union":
      return draw(
        pick(
          membersOf(shape).filter(({ kind }) => kind !== "missing"),
          drawing,
        ),
        drawing,
        depth,
      );
  }
}

function drawNumber({ value, integer, minimum, maximum }: NumberShape, drawing: Drawing): number {
  if (value !== undefined) return value;
  const least = minimum ?? -Number.MAX_VALUE;
  const most = maximum ?? Number.MAX_VALUE;
  const edges = [0, -0, 1, -1, 2, 10, 0.5, -1.5, 2 ** 31, Number.MAX_SAFE_INTEGER, -1e15, 1e-7, 1e21];
  const near = Math.round(drawing.random() * 1000);
  const all = [...edges, near, least, most, Math.ceil(least), Math.floor(most), least + near, most - near];
  const fits = (one: number): boolean => one >= least && one <= most && (!integer || Number.isInteger(one));
  const fitting = all.filter((one) => Math.abs(one) < Number.MAX_VALUE && fits(one));
  if (fitting.length > 0) return pick(fitting, drawing);
  const between = least + drawing.random() * (most - least);
  return integer ? Math.ceil(between) : between;
}

/** Texts of the formats that data is read as; what has no edge of its own is any text. */
const ofFormat: Readonly<Record<string, readonly string[]>> = {
  "date-time": ["2026-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z", "2024-02-29T23:59:59+14:00"],
  date: ["2026-01-01", "2024-02-29"],
  time: ["00:00:00Z", "23:59:59Z"],
  email: ["a@example.com"],
  uri: ["https://example.com/"],
  uuid: ["00000000-0000-4000-8000-000000000000"],
};

function drawString({ value, maxLength, format }: StringShape, drawing: Drawing): string {
  if (value !== undefined) return value;
  const known = format !== undefined && Object.hasOwn(ofFormat, format) ? ofFormat[format] : undefined;
  const letters = Math.round(drawing.random() * 1e6).toString(36);
  const long = "x".repeat(Math.min(maxLength ?? 2000, 2000));
  const texts = known ?? ["", "a", letters, letters, " ", "0", "é😀", 'a"b\\c', "a\nb", "__proto__", long];
  const fitting = texts.filter((text) => maxLength === undefined || text.length <= maxLength);
  return fitting.length > 0 ? pick(fitting, drawing) : "";
}

function drawArray({ element, items = [], minItems, maxItems }: ArrayShape, drawing: Drawing, depth: number) {
  const least = Math.max(minItems, items.length);
  const room = Math.max(0, Math.min(maxItems ?? least + 4, least + 4) - least);
  const spare = depth > deepest || drawing.left <= 0;
  const length = least + (spare ? 0 : Math.floor(drawing.random() * (room + 1)));
  const drawn: Json[] = [];
  for (let index = 0; index < Math.min(length, 2000); index += 1) {
    const value = draw(items[index] ?? element, drawing, depth + 1);
    if (value === undefined) break;
    drawn.push(value);
  }
  return drawn;
}

function drawObject({ fields, open, rest }: ObjectShape, drawing: Drawing, depth: number): Json {
  const drawn: [string, Json][] = [];
  const spare = depth > deepest || drawing.left <= 0;
  for (const [name, { shape, optional }] of Object.entries(fields)) {
    if (optional && (spare || drawing.random() < 0.4)) continue;
    const value = draw(shape, drawing, depth + 1);
    if (value !== undefined) drawn.push([name, value]);
  }
  if (open && rest !== undefined && !spare) {
    for (const name of ["a", "é"].filter((one) => !Object.hasOwn(fields, one) && drawing.random() < 0.5)) {
      const value = draw(rest, drawing, depth + 1);
      if (value !== undefined) drawn.push([name, value]);
    }
  }
  return Object.fromEntries(drawn);
}

function pick<Value>(values: readonly Value[], { random }: Drawing): Value {
  return values[Math.min(values.length - 1, Math.floor(random() * values.length))] as Value;
}
