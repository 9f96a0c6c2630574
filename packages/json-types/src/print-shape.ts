import type { ArrayShape, ObjectShape, Shape } from "./shape.ts";

/** How long a printed shape may be. */
export interface PrintOptions {
  /** Characters; longer shapes are cut with `…`. Default 160. */
  readonly maxLength?: number;
}

const deepest = 6;
const mostFields = 16;

/** Counts down while a shape is printed, so that a large one costs no more than its text may be long. */
interface Room {
  left: number;
}

/** A shape as TypeScript would write it: `{ id: string, total: number, note?: string }`. */
export function printShape(shape: Shape, options: PrintOptions = {}): string {
  const limit = options.maxLength ?? 160;
  const text = print(shape, 0, { left: limit });
  return text.length > limit ? `${text.slice(0, Math.max(limit - 1, 0))}…` : text;
}

function print(shape: Shape, depth: number, room: Room): string {
  if (depth > deepest || room.left < 0) return "…";
  const text = printWhole(shape, depth, room);
  if (shape.kind !== "array" && shape.kind !== "object" && shape.kind !== "union") room.left -= text.length;
  return text;
}

function printWhole(shape: Shape, depth: number, room: Room): string {
  switch (shape.kind) {
    case "missing":
      return "undefined";
    case "boolean":
    case "number":
      return shape.value === undefined ? shape.kind : String(shape.value);
    case "string":
      return shape.value === undefined ? "string" : printLiteral(shape.value, room);
    case "array":
      return printArray(shape, depth, room);
    case "object":
      return printObject(shape, depth, room);
    case "union":
      // Ranges are not printed: members that differ in nothing else are one.
      return [...new Set(emptyLast(shape.members).map((member) => print(member, depth + 1, room)))].join(
        " | ",
      );
    default:
      return shape.kind;
  }
}

/** `string | null | undefined`, as people write it. */
function emptyLast(members: readonly Shape[]): readonly Shape[] {
  const rank = ({ kind }: Shape) => (kind === "missing" ? 2 : kind === "null" ? 1 : 0);
  return [...members].sort((left, right) => rank(left) - rank(right));
}

function printLiteral(value: string, room: Room): string {
  return JSON.stringify(value.slice(0, Math.max(room.left, 0) + 1));
}

function printArray(shape: ArrayShape, depth: number, room: Room): string {
  if (shape.items !== undefined && shape.maxItems === shape.items.length) {
    const items = shape.items.slice(0, mostFields).map((item) => print(item, depth + 1, room));
    return `[${[...items, ...(items.length < shape.items.length ? ["…"] : [])].join(", ")}]`;
  }
  if (shape.element.kind === "never") return "[]";
  const element = print(shape.element, depth + 1, room);
  return shape.element.kind === "union" ? `(${element})[]` : `${element}[]`;
}

function printObject(shape: ObjectShape, depth: number, room: Room): string {
  const shown: string[] = [];
  const entries = Object.entries(shape.fields).filter(([, field]) => field.shape.kind !== "never");
  for (const [name, field] of entries) {
    if (shown.length >= mostFields || room.left < 0) {
      shown.push("…");
      break;
    }
    const key = `${printKey(name, room)}${field.optional ? "?" : ""}`;
    room.left -= key.length + 2;
    shown.push(`${key}: ${print(field.shape, depth + 1, room)}`);
  }
  if (shape.open) shown.push(shape.rest === undefined ? "…" : `[key]: ${print(shape.rest, depth + 1, room)}`);
  return shown.length === 0 ? "{}" : `{ ${shown.join(", ")} }`;
}

function printKey(name: string, room: Room): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : printLiteral(name, room);
}
