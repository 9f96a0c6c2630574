import type { Json } from "@statewright/json-types";
import { atom, type Code, levels } from "./code.ts";

/**
 * A string as JSONata writes it. Single quotes, because the text will stand in JSON.
 *
 * JSONata has no escape for `'`: such a text gets double quotes. `${` is split, because deployment tools would
 * put a value there.
 */
export function stringLiteral(value: string): Code {
  const pieces = splitPlaceholders(value);
  const text = pieces.map(quoted).join(" & ");
  return pieces.length > 1 ? { text, level: levels.sum, repeatable: false, operator: "&" } : atom(text);
}

/** A string literal as an operand that must be one: a key, an argument. */
export function quotedText(value: string): string {
  return stringLiteral(value).text;
}

function splitPlaceholders(value: string): string[] {
  return value.split("${").flatMap((piece, index, all) => {
    const before = index < all.length - 1 ? `${piece}$` : piece;
    return [index > 0 ? `{${before}` : before];
  });
}

function quoted(value: string): string {
  const quote = value.includes("'") ? '"' : "'";
  let text = "";
  for (const unit of value.split("")) text += escaped(unit, quote);
  return `${quote}${text}${quote}`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\\": "\\\\",
};

function escaped(unit: string, quote: string): string {
  const short = shortEscapes[unit];
  if (short !== undefined) return short;
  if (unit === quote) return `\\${unit}`;
  const point = unit.charCodeAt(0);
  const needsEscape = point < 0x20 || (point >= 0x7f && point < 0xa0) || point === 0x2028 || point === 0x2029;
  return needsEscape ? `\\u${point.toString(16).padStart(4, "0")}` : unit;
}

export function numberLiteral(value: number): Code {
  const text = String(value === 0 ? 0 : value);
  return value < 0 ? { text, level: levels.minus, repeatable: false, operator: "-" } : atom(text);
}

/** A longer text is better written once. */
const longestRepeated = 20;

/** Any JSON value written out. */
export function jsonLiteral(value: Json): Code {
  if (value === null || typeof value === "boolean") return { ...atom(String(value)), repeatable: true };
  if (typeof value === "number") return { ...numberLiteral(value), repeatable: true };
  if (typeof value === "string")
    return { ...stringLiteral(value), repeatable: value.length <= longestRepeated };
  if (Array.isArray(value)) {
    return { ...atom(`[${value.map((item: Json) => jsonLiteral(item).text).join(", ")}]`), brackets: true };
  }
  const members = Object.entries(value).map(([key, item]) => `${quotedText(key)}: ${jsonLiteral(item).text}`);
  return atom(`{${members.join(", ")}}`);
}
