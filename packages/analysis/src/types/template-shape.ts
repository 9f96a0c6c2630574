import type { JsonValue } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import {
  arrayShape,
  type FieldShape,
  join,
  literalShape,
  neverShape,
  objectShape,
  type Shape,
  unknownShape,
} from "@statewright/json-types";
import { boundedShape, partsOf } from "./bounded-shape.ts";

/** What a string of a template stands for. */
export type LeafShape = (text: string, pointer: JsonPointer) => Shape;

/** How a template is read. */
export interface TemplateReading {
  /** What a key stands for; itself if it is left out. */
  readonly nameOf?: (key: string) => string;
  /** Is told what each object and list of the template comes to. */
  readonly note?: (pointer: JsonPointer, shape: Shape) => void;
}

/** Lists longer than this are data, not records by position. */
const longestTuple = 64;
/** Records of a list that together have more parts than this are not joined further. */
const mostParts = 1000;

interface Part {
  readonly value: JsonValue;
  readonly pointer: JsonPointer;
  /** Indices of the parts inside, in the order of the template. */
  readonly inside: readonly number[];
}

/**
 * The shape a template yields (R-JA-13): objects and arrays are walked, keys stand for themselves, each string
 * is asked of `leaf`. Not recursive: a template may be nested to any depth.
 */
export function templateShape(
  template: JsonValue,
  pointer: JsonPointer,
  state: string,
  leaf: LeafShape,
  { nameOf = (key) => key, note }: TemplateReading = {},
): Shape {
  const parts = flatten(template, pointer);
  const shapes: Shape[] = new Array(parts.length).fill(neverShape);
  // Outer parts stand before inner ones: strings from the front, containers from the back.
  for (const [index, { value, pointer }] of parts.entries())
    if (typeof value === "string") shapes[index] = leaf(value, pointer);
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    if (part === undefined || typeof part.value === "string") continue;
    const shape = boundedShape(shapeOf(part, parts, shapes, state, nameOf));
    shapes[index] = shape;
    note?.(part.pointer, shape);
  }
  return shapes[0] ?? unknownShape;
}

function flatten(template: JsonValue, pointer: JsonPointer): readonly Part[] {
  const values: { readonly value: JsonValue; readonly pointer: JsonPointer; inside: number[] }[] = [
    { value: template, pointer, inside: [] },
  ];
  for (let index = 0; index < values.length; index += 1) {
    const part = values[index];
    if (part === undefined || typeof part.value !== "object" || part.value === null) continue;
    for (const [key, value] of Object.entries(part.value)) {
      part.inside.push(values.length);
      values.push({ value, pointer: childPointer(part.pointer, key), inside: [] });
    }
  }
  return values;
}

function shapeOf(
  part: Part,
  parts: readonly Part[],
  shapes: readonly Shape[],
  state: string,
  nameOf: (key: string) => string,
): Shape {
  const { value, inside } = part;
  if (typeof value !== "object" || value === null) return literalShape(value);
  const members = inside.map((index) => shapes[index] ?? unknownShape);
  if (Array.isArray(value)) return listShape(members);
  const fields: Record<string, FieldShape> = Object.create(null);
  for (const [place, key] of Object.keys(value).entries()) {
    const pointer = parts[inside[place] ?? 0]?.pointer ?? part.pointer;
    fields[nameOf(key)] = {
      shape: members[place] ?? unknownShape,
      optional: false,
      from: { state, pointer },
    };
  }
  return objectShape(fields);
}

/** Each item by itself, or in a long list what they are together. */
function listShape(items: readonly Shape[]): Shape {
  const length = { minItems: items.length, maxItems: items.length };
  if (items.length <= longestTuple) return arrayShape(neverShape, { items, ...length });
  const element = items.reduce((all, item) => (partsOf(all) > mostParts ? unknownShape : join(all, item)));
  return arrayShape(element, length);
}
