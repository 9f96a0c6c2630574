import { readPatternEscape } from "./pattern-escape.ts";

/** A character by itself, whatever it means elsewhere. */
export function literalOf(code: number): string {
  const character = String.fromCodePoint(code);
  return /^[A-Za-z0-9 ]$/.test(character) ? character : `\\x{${code.toString(16)}}`;
}

/** Translates the character class at `at`; `[]` matches nothing, `[^]` everything. */
export function translateClass(source: string, at: number): { source: string; end: number } {
  const negated = source.charAt(at + 1) === "^";
  const items: string[] = [];
  let position = at + (negated ? 2 : 1);
  while (position < source.length && source.charAt(position) !== "]") {
    const first = readItem(source, position);
    const dash = source.charAt(first.end) === "-" && source.charAt(first.end + 1) !== "]";
    const last = dash ? readItem(source, first.end + 1) : undefined;
    if (last && first.code !== undefined && last.code !== undefined) {
      items.push(`${literalOf(first.code)}-${literalOf(last.code)}`);
      position = last.end;
    } else if (last) {
      items.push(first.source, "\\-", last.source);
      position = last.end;
    } else {
      items.push(first.source);
      position = first.end;
    }
  }
  if (items.length === 0) return { source: negated ? everything : nothing, end: position + 1 };
  return { source: `[${negated ? "^" : ""}${items.join("")}]`, end: position + 1 };
}

const everything = "[\\x{0}-\\x{10ffff}]";
const nothing = "[^\\x{0}-\\x{10ffff}]";

function readItem(source: string, at: number): { source: string; code: number | undefined; end: number } {
  if (source.charAt(at) !== "\\") {
    const code = source.codePointAt(at) ?? 0;
    return { source: literalOf(code), code, end: at + String.fromCodePoint(code).length };
  }
  const escaped = readPatternEscape(source, at, { inClass: true, groups: 0, named: false });
  if (escaped.kind === "character")
    return { source: literalOf(escaped.code), code: escaped.code, end: escaped.end };
  if (escaped.kind !== "set") return { source: "", code: undefined, end: escaped.end };
  return {
    source: escaped.negated ? complement(escaped.inside) : escaped.inside,
    code: undefined,
    end: escaped.end,
  };
}

/** What is not in a set, to stand inside a class. */
function complement(inside: string): string {
  switch (inside) {
    case "0-9":
      return "\\D";
    case "0-9A-Za-z_":
      return "\\W";
    default:
      return notBlank;
  }
}

/** Everything that `\s` of JavaScript does not match. */
const notBlank =
  "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";
