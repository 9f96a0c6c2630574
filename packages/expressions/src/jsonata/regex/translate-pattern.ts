import { readPatternEscape } from "./pattern-escape.ts";
import { literalOf, translateClass } from "./translate-class.ts";

/** A pattern in the syntax of RE2, or why there is none. */
export type PatternTranslation =
  | { readonly ok: true; readonly source: string; readonly lineAnchors: boolean }
  | { readonly ok: false; readonly reason: string };

/**
 * Writes a JavaScript regular expression in the syntax of RE2, which matches in linear time.
 *
 * Look-around and back-references need more than that and are refused. Characters are code points, and a group
 * in a repetition keeps its last match, as in Java; in JavaScript it would be forgotten.
 */
export function translatePattern(source: string, multiline: boolean): PatternTranslation {
  const place = { inClass: false, groups: countGroups(source), named: /\(\?<[^=!]/.test(source) };
  const parts: string[] = [];
  let lineAnchors = false;
  let position = 0;
  while (position < source.length) {
    const character = source.charAt(position);
    if (character === "\\") {
      const escaped = readPatternEscape(source, position, place);
      if (escaped.kind === "reference") return refused("back-references");
      if (escaped.kind === "set") parts.push(`[${escaped.negated ? "^" : ""}${escaped.inside}]`);
      else parts.push(escaped.kind === "boundary" ? escaped.source : literalOf(escaped.code));
      position = escaped.end;
    } else if (character === "[") {
      const translated = translateClass(source, position);
      parts.push(translated.source);
      position = translated.end;
    } else if (character === "(") {
      const group = readGroup(source, position);
      if (group === undefined) return refused("look-around");
      parts.push(group.source);
      position = group.end;
    } else {
      if (character === "^" || character === "$") lineAnchors ||= multiline;
      const plain = readPlain(source, position);
      parts.push(plain.source);
      position = plain.end;
    }
  }
  return { ok: true, source: parts.join(""), lineAnchors };
}

function refused(what: string): PatternTranslation {
  return { ok: false, reason: `Regular expressions with ${what} cannot be evaluated in linear time` };
}

function countGroups(source: string): number {
  const withoutClasses = source.replace(/\\[\s\S]/g, "").replace(/\[[^\]]*\]/g, "");
  return withoutClasses.match(/\((?!\?)|\(\?<[^=!]/g)?.length ?? 0;
}

/** The opening of a group; nothing for look-around. Names are left out, nobody can ask for them. */
function readGroup(source: string, at: number): { source: string; end: number } | undefined {
  if (source.startsWith("(?:", at)) return { source: "(?:", end: at + 3 };
  if (source.charAt(at + 1) !== "?") return { source: "(", end: at + 1 };
  const name =
    source.startsWith("(?<", at) && !/[=!]/.test(source.charAt(at + 3)) ? source.indexOf(">", at) : -1;
  return name === -1 ? undefined : { source: "(", end: name + 1 };
}

function readPlain(source: string, at: number): { source: string; end: number } {
  const character = source.charAt(at);
  if (character === ".") return { source: "[^\\n\\r\\x{2028}\\x{2029}]", end: at + 1 };
  if ("^$|)*+?".includes(character)) return { source: character, end: at + 1 };
  const counted =
    character === "{" ? /^\{[0-9]+(?:,[0-9]*)?\}/.exec(source.slice(at, at + 40))?.[0] : undefined;
  if (counted !== undefined) return { source: counted, end: at + counted.length };
  const code = source.codePointAt(at) ?? 0;
  return { source: literalOf(code), end: at + String.fromCodePoint(code).length };
}
