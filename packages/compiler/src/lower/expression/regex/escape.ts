import type { PatternRefusal } from "./pattern.ts";

/** One character of a pattern, or a set of them, as it is written for JSONata. */
export interface Character {
  readonly text: string;
  /** It matches characters that are not named, so that one of them may be half of an emoji. */
  readonly many: boolean;
  readonly end: number;
  /** A place between characters: `\b`. */
  readonly boundary?: true;
  /** The character itself, where it is one. */
  readonly code?: number;
}

const surrogate: PatternRefusal = {
  reason: "JavaScript takes an emoji in a pattern for two characters, other engines for one.",
  instead: "Look for it as a text: `.includes('😀')`, `.replaceAll('😀', '')`.",
};

/** A character by itself. */
export function plainCharacter(source: string, at: number): Character | PatternRefusal {
  return literal(source.charCodeAt(at), at + 1, false);
}

/** What a backslash stands for. */
export function readEscape(source: string, at: number, inClass: boolean): Character | PatternRefusal {
  const letter = source.charAt(at + 1);
  const end = at + 2;
  if ("dws".includes(letter)) return { text: `\\${letter}`, many: false, end };
  if ("DWS".includes(letter)) return { text: `\\${letter}`, many: true, end };
  if ("bB".includes(letter) && !inClass) return { text: `\\${letter}`, many: false, end, boundary: true };
  if (letter === "b") return literal(8, end, inClass);
  const control = controls[letter];
  if (control !== undefined) return { text: `\\${letter}`, many: false, end, code: control };
  const hex = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(source.slice(at + 1, at + 6));
  if (hex) return literal(Number.parseInt(hex[1] ?? hex[2] ?? "", 16), at + 1 + hex[0].length, inClass);
  if (letter === "0" && !/\d/.test(source.charAt(end))) return literal(0, end, inClass);
  if (/[1-9]/.test(letter) && !inClass) {
    return {
      reason: "JSONata's regular expressions have no back-references.",
      instead: "Compare the parts of the match.",
    };
  }
  if (/[A-Za-z0-9]/.test(letter)) {
    return {
      reason: `\`\\${letter}\` is not read alike by all engines.`,
      instead: "Write the characters out: `[a-z]`.",
    };
  }
  return literal(source.charCodeAt(at + 1), end, inClass);
}

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };

function literal(code: number, end: number, inClass: boolean): Character | PatternRefusal {
  if (code >= 0xd800 && code <= 0xdfff) return surrogate;
  return { text: characterText(code, inClass), many: false, end, code };
}

/**
 * A backslash is written by its number, because JSONata takes what follows a backslash for escaped. In a class, `&` and
 * `~` are operators of other engines.
 */
function characterText(code: number, inClass: boolean): string {
  const character = String.fromCharCode(code);
  const special = inClass ? "[]^-(){}/&~" : "^$.*+?()[]{}|/";
  if (special.includes(character)) return `\\${character}`;
  const odd =
    code === 0x5c || code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029;
  if (!odd) return character;
  return code < 0x100 ? `\\x${hexOf(code, 2)}` : `\\u${hexOf(code, 4)}`;
}

function hexOf(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}
