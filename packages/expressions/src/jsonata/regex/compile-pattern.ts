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
  /** The first match at or after `from`. */
  exec(text: string, from: number): PatternMatch | undefined;
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
    return { ok: true, pattern: { objection, exec: (text, from) => search(compiled, text, from) } };
  } catch {
    return { ok: false, reason: `The regular expression /${source}/ cannot be evaluated in linear time` };
  }
}

/** RE2 knows `\n` alone as the end of a line. */
const foreignLines =
  "Regular expressions with ^ or $ for lines cannot be evaluated on a text with other line ends than \\n";

function search(compiled: RE2JS, text: string, from: number): PatternMatch | undefined {
  const matcher = compiled.matcher(text);
  if (!matcher.find(from)) return undefined;
  const groups: (string | undefined)[] = [];
  for (let index = 1; index <= matcher.groupCount(); index += 1) {
    groups.push(matcher.group(index) ?? undefined);
  }
  return { start: matcher.start(), end: matcher.end(), groups };
}
