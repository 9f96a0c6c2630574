import type { Span } from "@statewright/diagnostics";
import { escapeAt } from "./json-tokens.ts";
import { type DecodedText, type Decoding, startDecoding } from "./text-run.ts";

/** The text of a JSON string at `span`, which may lack its closing quote. */
export function decodeJsonString(source: string, span: Span): DecodedText {
  const decoding = startDecoding();
  const end = closed(source, span, '"') ? span.end - 1 : span.end;
  for (let at = span.start + 1; at < end; ) {
    const next = nextOf(source, /[\\]/g, at, end);
    decoding.add(source.slice(at, next), at, next);
    if (next >= end) break;
    const escaped = escapeAt(source, next);
    at = Math.min(escaped.end, end);
    decoding.add(escaped.text ?? source.slice(next, at), next, at);
  }
  return decoding.finish();
}

/** The text of a plain or single-quoted scalar of YAML: its lines are folded. */
export function decodeFoldedLines(source: string, span: Span, single: boolean): DecodedText {
  const decoding = startDecoding();
  const first = single ? span.start + 1 : span.start;
  const end = single && closed(source, span, "'") ? span.end - 1 : span.end;
  let breaks = 0;
  /** Where the content before the line breaks ended. */
  let contentEnd = first;
  for (let at = first; ; ) {
    const newline = source.indexOf("\n", at);
    const last = newline < 0 || newline >= end;
    const lineEnd = last ? end : newline;
    const from = at === first ? at : skipBlanks(source, at, lineEnd);
    const to = last ? end : trimBlanks(source, from, source[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd);
    if (at === first || last || to > from) {
      if (breaks > 0) decoding.add(breaks === 1 ? " " : "\n".repeat(breaks - 1), contentEnd, from);
      addContent(decoding, source, { start: from, end: Math.max(from, to) }, single);
      contentEnd = Math.max(from, to);
      breaks = 0;
    }
    if (last) return decoding.finish();
    breaks += 1;
    at = newline + 1;
  }
}

function addContent(decoding: Decoding, source: string, { start, end }: Span, single: boolean): void {
  if (!single) {
    decoding.add(source.slice(start, end), start, end);
    return;
  }
  for (let at = start; at < end; ) {
    const next = nextOf(source, /''/g, at, end);
    decoding.add(source.slice(at, next), at, next);
    if (next >= end) return;
    at = Math.min(next + 2, end);
    decoding.add("'", next, at);
  }
}

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  "\t": "\t",
};

/** The text of a double-quoted scalar of YAML. */
export function decodeDoubleQuoted(source: string, span: Span): DecodedText {
  const decoding = startDecoding();
  const end = closed(source, span, '"') ? span.end - 1 : span.end;
  for (let at = span.start + 1; at < end; ) {
    const next = nextOf(source, /[\\\n]|[ \t]+\r?\n|\r\n/g, at, end);
    decoding.add(source.slice(at, next), at, next);
    if (next >= end) break;
    at =
      source[next] === "\\" ? addEscape(decoding, source, next, end) : addFold(decoding, source, next, end);
  }
  return decoding.finish();
}

/** A line break and the blanks around it become a blank; more line breaks become one less. */
function addFold(decoding: Decoding, source: string, start: number, end: number): number {
  let breaks = 0;
  let at = start;
  for (; at < end; at += 1) {
    const character = source[at];
    if (character === "\n") breaks += 1;
    else if (character === "\r" && source[at + 1] !== "\n") break;
    else if (character !== " " && character !== "\t" && character !== "\r") break;
  }
  decoding.add(breaks === 1 ? " " : "\n".repeat(breaks - 1), start, at);
  return at;
}

function addEscape(decoding: Decoding, source: string, start: number, end: number): number {
  const letter = source[start + 1] ?? "";
  const escaped = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (escaped !== undefined) {
    decoding.add(escaped, start, start + 2);
    return start + 2;
  }
  const lineBreak = letter === "\n" ? 2 : letter === "\r" && source[start + 2] === "\n" ? 3 : 0;
  if (lineBreak > 0) return skipBlanks(source, start + lineBreak, end);
  const digits = letter === "x" ? 2 : letter === "u" ? 4 : letter === "U" ? 8 : 0;
  const code = source.slice(start + 2, Math.min(start + 2 + digits, end));
  const point = code.length === digits && /^[0-9a-fA-F]+$/.test(code) ? Number.parseInt(code, 16) : Infinity;
  const to = Math.min(start + 2 + digits, end);
  const known = digits > 0 && point <= 0x10ffff;
  decoding.add(known ? String.fromCodePoint(point) : source.slice(start, to), start, to);
  return to;
}

function closed(source: string, { start, end }: Span, quote: string): boolean {
  return end - start > 1 && source[end - 1] === quote;
}

/** The offset of the next match, at most `end`. */
function nextOf(source: string, pattern: RegExp, from: number, end: number): number {
  pattern.lastIndex = from;
  const found = pattern.exec(source)?.index ?? end;
  return Math.min(found, end);
}

function skipBlanks(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && (source[at] === " " || source[at] === "\t")) at += 1;
  return at;
}

function trimBlanks(source: string, from: number, end: number): number {
  let at = end;
  while (at > from && (source[at - 1] === " " || source[at - 1] === "\t")) at -= 1;
  return at;
}
