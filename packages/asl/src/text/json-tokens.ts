/** What a token of JSON text is. `word` is anything that is no JSON: a bare name, a text in single quotes. */
export type TokenKind = "punctuation" | "string" | "number" | "keyword" | "word" | "comment" | "end";

/** A token; `end` is exclusive. `problem` says what is wrong inside it. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** A punctuation mark itself, the decoded text of a string, the source of the rest. */
  readonly text: string;
  readonly problem?: { readonly what: string; readonly start: number; readonly end: number };
}

/** Reads the token at or after `from`. Never fails: what is no JSON becomes a `word` or carries a problem. */
export function tokenAt(source: string, from: number): Token {
  const start = skipBlanks(source, from);
  const first = source[start];
  if (first === undefined) return { kind: "end", start, end: start, text: "" };
  if ("{}[],:".includes(first)) return { kind: "punctuation", start, end: start + 1, text: first };
  if (first === '"') return stringAt(source, start);
  if (first === "/") {
    const comment = commentEnd(source, start);
    if (comment !== undefined) {
      return { kind: "comment", start, end: comment, text: source.slice(start, comment) };
    }
  }
  return wordAt(source, start);
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    const byteOrderMark = code === 0xfeff && at === 0;
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && !byteOrderMark) break;
  }
  return at;
}

function commentEnd(source: string, start: number): number | undefined {
  if (source.startsWith("//", start)) {
    const end = source.slice(start).search(/[\r\n]/);
    return end < 0 ? source.length : start + end;
  }
  if (!source.startsWith("/*", start)) return undefined;
  const end = source.indexOf("*/", start + 2);
  return end < 0 ? source.length : end + 2;
}

const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const keywords = new Set(["true", "false", "null"]);

function wordAt(source: string, start: number): Token {
  const quote = source[start];
  const pattern = quote === "'" ? quoted : bare;
  pattern.lastIndex = start;
  const end = pattern.exec(source) === null ? start + 1 : pattern.lastIndex;
  const text = source.slice(start, end);
  if (keywords.has(text)) return { kind: "keyword", start, end, text };
  if (!number.test(text)) return { kind: "word", start, end, text };
  if (Number.isFinite(Number(text))) return { kind: "number", start, end, text };
  return { kind: "number", start, end, text, problem: { what: "This number is too large.", start, end } };
}

const bare = /[^\s,:{}[\]"]+/y;
const quoted = /'[^'\r\n]*'?/y;

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const plain = /[^"\\\p{Cc}]+/uy;

/** A string ends at its quote, or, for want of one, at the end of its line. */
function stringAt(source: string, start: number): Token {
  const parts: string[] = [];
  let problem: Token["problem"];
  let at = start + 1;
  const note = (what: string, from: number, to: number): void => {
    problem ??= { what, start: from, end: to };
  };
  for (;;) {
    plain.lastIndex = at;
    const run = plain.exec(source)?.[0];
    if (run !== undefined) {
      parts.push(run);
      at += run.length;
    }
    const mark = source[at];
    if (mark === '"') return finished(at + 1);
    if (mark === undefined || mark === "\n" || mark === "\r") {
      note('The text has no closing `"`.', start, at);
      return finished(at);
    }
    if (mark === "\\") {
      const escaped = escapeAt(source, at);
      if (escaped.text === undefined) note("There is no such escape in JSON.", at, escaped.end);
      parts.push(escaped.text ?? source.slice(at, escaped.end));
      at = escaped.end;
    } else {
      const control = mark.charCodeAt(0) < 32;
      if (control) note("A control character in a text must be an escape, such as `\\t`.", at, at + 1);
      parts.push(mark);
      at += 1;
    }
  }

  function finished(end: number): Token {
    const token = { kind: "string", start, end, text: parts.join("") } as const;
    return problem === undefined ? token : { ...token, problem };
  }
}

/** The escape that begins at `at`: what it stands for, and where it ends. */
export function escapeAt(source: string, at: number): { readonly text?: string; readonly end: number } {
  const letter = source[at + 1];
  if (letter === "u") {
    const digits = /^[0-9a-fA-F]{4}/.exec(source.slice(at + 2, at + 6))?.[0];
    if (digits === undefined) return { end: Math.min(at + 2, source.length) };
    return { text: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 6 };
  }
  if (letter === undefined || letter === "\n" || letter === "\r") return { end: at + 1 };
  return Object.hasOwn(escapes, letter) ? { text: escapes[letter] ?? "", end: at + 2 } : { end: at + 2 };
}
