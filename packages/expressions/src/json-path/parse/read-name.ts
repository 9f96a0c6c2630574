import type { ChildName } from "../json-path.ts";
import { isBlank, type PathText, report, spanFrom } from "./path-text.ts";

/** Where a path stands: alone, as the argument of a function, or inside a filter. */
export type PathPlace = "whole" | "argument" | "filter";

/** A dotted name, and whether a sign stands in it that a Reference Path may not have (R-PATH-03). */
export interface DottedName extends ChildName {
  readonly signs: boolean;
}

const ends: Readonly<Record<PathPlace, RegExp>> = {
  whole: /[\s.[(]/,
  argument: /[\s.[(),]/,
  filter: /[\s.[(),=!<>&|~]/,
};

/** Reads a name up to the next step; `\` takes what follows as it is (R-PATH-02). */
export function readDottedName(source: PathText, place: PathPlace): DottedName | undefined {
  const start = source.at;
  const parts: string[] = [];
  let signs = false;
  while (source.at < source.end) {
    const character = source.text.charAt(source.at);
    const literal = character === "\\" ? readEscape(source) : readPlaceholder(source);
    if (literal !== undefined) {
      parts.push(literal);
      continue;
    }
    if (ends[place].test(character)) break;
    signs ||= "@,:?*".includes(character);
    parts.push(character);
    source.at += 1;
  }
  if (source.at === start) return undefined;
  return Object.freeze({ ...nameOf(parts, source, start), signs });
}

/** Reads a name in quotes. */
export function readQuotedName(source: PathText): ChildName | undefined {
  const start = source.at;
  const quote = source.text.charAt(start);
  const parts: string[] = [];
  source.at += 1;
  while (source.at < source.end) {
    const character = source.text.charAt(source.at);
    if (character === quote) {
      source.at += 1;
      return Object.freeze(nameOf(parts, source, start));
    }
    if (character === "\\" && source.at + 1 < source.end) parts.push(readEscape(source));
    else {
      parts.push(character);
      source.at += 1;
    }
  }
  return report(source, `The name needs a closing ${quote}.`, start);
}

function nameOf(parts: readonly string[], source: PathText, start: number): ChildName {
  const name = parts.join("");
  return { name, span: spanFrom(source, start), ...(/\$\{/.test(name) && { placeholder: true as const }) };
}

/** `\x` is x, a backslash at the end itself; `\u` with four digits is a UTF-16 unit. */
function readEscape(source: PathText): string {
  const digits = /\\u([0-9A-Fa-f]{4})/y;
  digits.lastIndex = source.at;
  const unit = digits.exec(source.text)?.[1];
  if (unit !== undefined && source.at + 6 <= source.end) {
    source.at += 6;
    return String.fromCharCode(Number.parseInt(unit, 16));
  }
  const next = source.at + 1 < source.end ? source.text.charAt(source.at + 1) : "\\";
  source.at = Math.min(source.at + 2, source.end);
  return next;
}

/** `${…}` of a deployment tool is one piece, whatever stands in it. */
function readPlaceholder(source: PathText): string | undefined {
  if (!source.text.startsWith("${", source.at)) return undefined;
  const close = closing(source);
  if (close === undefined) return undefined;
  const text = source.text.slice(source.at, close + 1);
  source.at = close + 1;
  return text;
}

function closing(source: PathText): number | undefined {
  for (let at = source.at + 2; at < source.end; at += 1) {
    const character = source.text.charAt(at);
    if (character === "}") return at;
    if (isBlank(character) || character === "{") return undefined;
  }
  return undefined;
}
