import type { ArrayShape, ObjectShape, Shape } from "./shape.ts";

/** How long a printed shape may be. */
export interface PrintOptions {
  /** Characters; longer shapes are cut with `…`. Default 160. */
  readonly maxLength?: number;
}

const deepest = 6;
const mostFields = 16;

/** A shape as TypeScript would write it: `{ id: string, total: number, note?: string }`. */
export function printShape(shape: Shape, options: PrintOptions = {}): string {
  const limit = options.maxLength ?? 160;
  const text = print(shape, 0);
  return text.length > limit ? `${text.slice(0, Math.max(limit - 1, 0))}…` : text;
}

function print(shape: Shape, depth: number): string {
  if (depth > deepest) return "…";
  switch (shape.kind) {
    case "missing":
      return "undefined";
    case "boolean":
      return shape.value === undefined ? "boolean" : String(shape.value);
    case "number":
      return shape.value === undefined ? "number" : String(shape.value);
    case "string":
      return shape.value === undefined ? "string" : JSON.stringify(shape.value);
    case "array":
      return printArray(shape, depth);
    case "object":
      return printObject(shape, depth);
    case "union":
      return shape.members.map((member) => print(member, depth + 1)).join(" | ");
    default:
      return shape.kind;
  }
}

function printArray(shape: ArrayShape, depth: number): string {
  if (shape.items !== undefined && shape.maxItems === shape.items.length)
    return `[${shape.items.map((item) => print(item, depth + 1)).join(", ")}]`;
  const element = print(shape.element, depth + 1);
  return shape.element.kind === "union" ? `(${element})[]` : `${element}[]`;
}

function printObject(shape: ObjectShape, depth: number): string {
  const entries = Object.entries(shape.fields);
  const shown = entries
    .slice(0, mostFields)
    .map(
      ([name, field]) => `${printKey(name)}${field.optional ? "?" : ""}: ${print(field.shape, depth + 1)}`,
    );
  if (entries.length > mostFields) shown.push("…");
  if (shape.open) shown.push(shape.rest === undefined ? "…" : `[key]: ${print(shape.rest, depth + 1)}`);
  return shown.length === 0 ? "{}" : `{ ${shown.join(", ")} }`;
}

function printKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
