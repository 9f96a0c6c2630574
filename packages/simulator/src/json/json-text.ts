import type { Json } from "@statewright/json-types";
import { copyOfPlain } from "./copy-of-plain.ts";

/** A JSON value as the service keeps it: its text, and how many bytes of UTF-8 that is. */
export interface JsonText {
  readonly text: string;
  readonly bytes: number;
}

/** Deeper values are refused: neither AWS's limit nor ours is published, and text is written by recursion. */
export const deepestJson = 1000;

/**
 * Large objects whose texts were written last, for payloads are passed on by reference through many states. Neither a
 * WeakMap nor a list that grows and shrinks: what these hold outlives its execution by far.
 */
const written: { value: object | undefined; text: JsonText }[] = Array.from({ length: 4 }, () => ({
  value: undefined,
  text: { text: "", bytes: 0 },
}));
let nextWritten = 0;

/** A short text is sooner written again than looked up, but for the last one: an output is the next input. */
const shortText = 512;
let lastValue: object | undefined;
let lastText: JsonText = { text: "", bytes: 0 };

/** Writes `value` as JSON text; nothing when it is nested deeper than {@link deepestJson}. */
export function writeJson(value: Json): JsonText | undefined {
  if (typeof value !== "object" || value === null) return textOf(JSON.stringify(value));
  if (value === lastValue) return lastText;
  const known = written.findLast((each) => each.value === value);
  if (known !== undefined) return known.text;
  const text = stringify(value);
  if (text === undefined || isTooDeep(text)) return undefined;
  return remember(value, textOf(text));
}

function remember(value: object, text: JsonText): JsonText {
  if (text.text.length > shortText) {
    const oldest = written[nextWritten % written.length];
    nextWritten += 1;
    if (oldest !== undefined) Object.assign(oldest, { value, text });
  }
  lastValue = value;
  lastText = text;
  return text;
}

/** The text of a value that was measured before, or is part of one; of a value that is too deep, its kind. */
export function jsonText(value: Json): string {
  return writeJson(value)?.text ?? (Array.isArray(value) ? "[…]" : "{…}");
}

/** A copy of a value from outside as plain data, or what keeps it from being JSON. */
export function acceptJson(
  value: unknown,
): { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: string } {
  let text: string | undefined;
  let copy: Json | undefined;
  try {
    text = JSON.stringify(value);
    if (text !== undefined && text.length > shortText) copy = copyOfPlain(value, deepestJson);
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? (error.message.split("\n")[0] ?? "") : "not JSON" };
  }
  if (text === undefined) return { ok: true, value: null };
  if (copy !== undefined && typeof copy === "object" && copy !== null) {
    remember(copy, textOf(text));
    return { ok: true, value: copy };
  }
  if (isTooDeep(text)) return { ok: false, problem: `it is nested deeper than ${deepestJson} levels` };
  return { ok: true, value: JSON.parse(text) as Json };
}

/** Sets an own member, also one named `__proto__`. */
export function setMember(target: Record<string, Json>, key: string, value: Json): void {
  if (key !== "__proto__") target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

function stringify(value: Json): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function textOf(text: string): JsonText {
  return { text, bytes: utf8Bytes(text) };
}

const beyondAscii = /[\u0080-\uffff]/;

function utf8Bytes(text: string): number {
  if (text.length > 24 && !beyondAscii.test(text)) return text.length; // sooner known than counted
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (unit >= 0xd800 && unit <= 0xdbff) {
      bytes += 2;
      at += 1;
    } else bytes += 2;
  }
  return bytes;
}

/** Whether the JSON in a text is nested deeper than {@link deepestJson}. */
export function isTooDeep(text: string): boolean {
  if (text.length <= 2 * deepestJson) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === 0x5c) at += 1;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > deepestJson) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return false;
}
