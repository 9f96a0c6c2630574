import { RE2JS } from "re2js";
import { translatePattern } from "./translate-pattern.ts";

/** Where a pattern was found; a group that took no part is missing. */
export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

/** A pattern that is searched for in linear time. */
export interface LinearPattern {
  /** Why a text cannot be searched faithfully, if so. */
  objection(text: string): string | undefined;
  /** The first match at or after `from`; `charge` is told the steps that it takes, and may end it by throwing. */
  exec(text: string, from: number, charge: (steps: number) => void): PatternMatch | undefined;
}

/** A pattern, or why it cannot be searched for in linear time. */
export type PatternCompilation =
  | { readonly ok: true; readonly pattern: LinearPattern }
  | { readonly ok: false; readonly reason: string };

/** Compiles a JavaScript regular expression with the flags `i` and `m`. */
export function compilePattern(source: string, flags: string): PatternCompilation {
  const translated = translatePattern(source, flags.includes("m"));
  if (!translated.ok) return translated;
  const ignoreCase = flags.includes("i") ? RE2JS.CASE_INSENSITIVE : 0;
  const multiline = flags.includes("m") ? RE2JS.MULTILINE : 0;
  try {
    const compiled = RE2JS.compile(translated.source, ignoreCase | multiline);
    const objection = (text: string): string | undefined =>
      translated.lineAnchors && /[\r\u2028\u2029]/.test(text) ? foreignLines : undefined;
    const weight = (stepsOfCharacter + compiled.programSize()) / 64;
    const exec: LinearPattern["exec"] = (text, from, charge) => search(compiled, text, from, weight, charge);
    return { ok: true, pattern: { objection, exec } };
  } catch {
    return { ok: false, reason: `The regular expression /${source}/ cannot be evaluated in linear time` };
  }
}

/** RE2 knows `\n` alone as the end of a line. */
const foreignLines =
  "Regular expressions with ^ or $ for lines cannot be evaluated on a text with other line ends than \\n";

/** Besides the program of the pattern, which is gone through for every character. */
const stepsOfCharacter = 4;

/** Up to here a search is charged as if it looked at everything; longer texts are counted as they are read. */
const shortText = 256;

/**
 * A text that tells how often a character of it is looked at. One search is linear, but many after one another
 * need not be: each of them may look at all that follows before it knows its match.
 */
class CountedText extends String {
  readonly #charge: (steps: number) => void;
  readonly #weight: number;

  constructor(text: string, weight: number, charge: (steps: number) => void) {
    super(text);
    this.#weight = weight;
    this.#charge = charge;
  }

  override charCodeAt(index: number): number {
    this.#charge(this.#weight);
    return super.charCodeAt(index);
  }
}

function search(
  compiled: RE2JS,
  text: string,
  from: number,
  weight: number,
  charge: (steps: number) => void,
): PatternMatch | undefined {
  const left = text.length - from;
  if (left <= shortText) charge(left * weight);
  const counted = left <= shortText ? text : new CountedText(text, weight, charge);
  // The engine takes whatever answers like a text; its types ask for a primitive one.
  const matcher = compiled.matcher(counted as string);
  if (!matcher.find(from)) return undefined;
  const groups: (string | undefined)[] = [];
  for (let index = 1; index <= matcher.groupCount(); index += 1) {
    groups.push(matcher.group(index) ?? undefined);
  }
  return { start: matcher.start(), end: matcher.end(), groups };
}
