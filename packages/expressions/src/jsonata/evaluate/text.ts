import { fail } from "./failure.ts";
import { checkDepth } from "./fields.ts";
import { FunctionValue } from "./function-value.ts";
import { bytesPerCharacter, type Meter } from "./meter.ts";
import { isNumeric } from "./truth.ts";
import { isList, type Value } from "./value.ts";

/** What `$string` makes of a value: JSON with numbers of 15 digits; a string is itself, a function is empty. */
export function textOf(value: Value, meter: Meter, pretty = false): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string") return value;
  if (value instanceof FunctionValue) return "";
  if (typeof value === "number" && !Number.isFinite(value)) return fail("D3001", { value });
  const document = isList(value) && value.outerWrapper === true ? value[0] : value;
  const parts: string[] = [];
  write(document, parts, meter, pretty ? "\n" : "", 0);
  const text = parts.join("");
  meter.allocate(text.length * bytesPerCharacter);
  return text;
}

/** The number that a text with 15 digits stands for, which is what `$string` and `$clone` make of it. */
export function shortened(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
}

function write(value: Value, parts: string[], meter: Meter, line: string, depth: number): void {
  if (typeof value === "number") {
    parts.push(isNumeric(value) ? JSON.stringify(shortened(value)) : "null");
    return;
  }
  if (value === undefined) {
    parts.push("null");
    return;
  }
  if (value instanceof FunctionValue) {
    parts.push('""');
    return;
  }
  if (typeof value !== "object" || value === null) {
    parts.push(JSON.stringify(value));
    return;
  }
  checkDepth(depth);
  meter.step();
  const inner = line === "" ? "" : `${line}  `;
  if (Array.isArray(value)) writeList(value, parts, meter, inner, line, depth);
  else writeFields(value, parts, meter, inner, line, depth);
}

function writeList(
  list: Value[],
  parts: string[],
  meter: Meter,
  inner: string,
  line: string,
  depth: number,
): void {
  if (list.length === 0) {
    parts.push("[]");
    return;
  }
  for (const [index, item] of list.entries()) {
    parts.push(index === 0 ? "[" : ",", inner);
    write(item, parts, meter, inner, depth + 1);
  }
  parts.push(line, "]");
}

function writeFields(
  object: Record<string, Value>,
  parts: string[],
  meter: Meter,
  inner: string,
  line: string,
  depth: number,
): void {
  let first = true;
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    parts.push(first ? "{" : ",", inner, JSON.stringify(name), line === "" ? ":" : ": ");
    write(value, parts, meter, inner, depth + 1);
    first = false;
  }
  parts.push(first ? "{}" : `${line}}`);
}
