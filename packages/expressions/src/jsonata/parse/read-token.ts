import { isBlank, operatorCharacters, type Token, type TokenProblem } from "./token.ts";

/** A word, where the next one begins, and what is wrong with this one. */
export interface TokenReading {
  readonly token: Token;
  readonly problem?: TokenProblem;
}

/**
 * Reads the word at `from`.
 *
 * A slash begins a regular expression except where an operator must follow (`infix`). A broken word is still
 * read as far as it can be meant, with its problem beside it.
 */
export function readToken(text: string, from: number, infix: boolean): TokenReading {
  const blanks = skipBlanks(text, from);
  const start = blanks.end;
  if (blanks.unclosed !== undefined) {
    const problem = { code: "S0106", start: blanks.unclosed, end: text.length };
    return { token: endToken(text.length), problem };
  }
  if (start >= text.length) return { token: endToken(text.length) };
  const character = text.charAt(start);
  if (character === "/" && !infix) return readRegex(text, start);
  const operator = readOperator(text, start);
  if (operator !== undefined) {
    const token = {
      id: operator,
      kind: "operator",
      value: operator,
      start,
      end: start + operator.length,
    } as const;
    return { token };
  }
  if (character === '"' || character === "'") return readString(text, start, character);
  return readNumber(text, start) ?? readName(text, start);
}

function endToken(at: number): Token {
  return { id: "(end)", kind: "end", value: "(end)", start: at, end: at };
}

function skipBlanks(text: string, from: number): { end: number; unclosed?: number } {
  let position = from;
  for (;;) {
    while (position < text.length && isBlank(text.charAt(position))) position += 1;
    if (text.charAt(position) !== "/" || text.charAt(position + 1) !== "*") return { end: position };
    const close = text.indexOf("*/", position + 2);
    if (close === -1) return { end: text.length, unclosed: position };
    position = close + 2;
  }
}

const longOperators = ["..", ":=", "!=", ">=", "<=", "**", "~>"];

function readOperator(text: string, start: number): string | undefined {
  const two = text.slice(start, start + 2);
  if (longOperators.includes(two)) return two;
  return operatorCharacters.has(text.charAt(start)) ? text.charAt(start) : undefined;
}

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

function readString(text: string, start: number, quote: string): TokenReading {
  const parts: string[] = [];
  let problem: TokenProblem | undefined;
  let position = start + 1;
  let plainFrom = position;
  while (position < text.length) {
    const character = text.charAt(position);
    if (character === quote) {
      parts.push(text.slice(plainFrom, position));
      return { ...literal("string", parts.join(""), start, position + 1), ...(problem && { problem }) };
    }
    if (character !== "\\") {
      position += 1;
      continue;
    }
    parts.push(text.slice(plainFrom, position));
    const escaped = readEscape(text, position);
    parts.push(escaped.value);
    problem ??= escaped.problem;
    position = escaped.end;
    plainFrom = position;
  }
  parts.push(text.slice(plainFrom));
  problem ??= { code: "S0101", start, end: text.length };
  return { ...literal("string", parts.join(""), start, text.length), problem };
}

function readEscape(text: string, at: number): { value: string; end: number; problem?: TokenProblem } {
  const character = text.charAt(at + 1);
  const plain = Object.hasOwn(escapes, character) ? escapes[character] : undefined;
  if (plain !== undefined) return { value: plain, end: at + 2 };
  if (character !== "u") {
    const end = Math.min(at + 2, text.length);
    return { value: character, end, problem: { code: "S0103", start: at, end, token: character } };
  }
  const digits = text.slice(at + 2, at + 6);
  if (/^[0-9a-fA-F]+$/.test(digits)) {
    return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 6 };
  }
  return { value: "", end: at + 2, problem: { code: "S0104", start: at, end: at + 2 } };
}

const numberPattern = /-?(0|([1-9][0-9]*))(\.[0-9]+)?([Ee][-+]?[0-9]+)?/y;

function readNumber(text: string, start: number): TokenReading | undefined {
  numberPattern.lastIndex = start;
  const digits = numberPattern.exec(text)?.[0];
  if (digits === undefined) return undefined;
  const value = Number.parseFloat(digits);
  const end = start + digits.length;
  if (Number.isFinite(value)) return literal("number", value, start, end);
  return { ...literal("number", 0, start, end), problem: { code: "S0102", start, end, token: digits } };
}

function readName(text: string, start: number): TokenReading {
  if (text.charAt(start) === "`") {
    const close = text.indexOf("`", start + 1);
    if (close !== -1) return name(text.slice(start + 1, close), start, close + 1);
    const problem = { code: "S0105", start, end: text.length };
    return { ...name(text.slice(start + 1), start, text.length), problem };
  }
  let end = start;
  while (end < text.length && !isBlank(text.charAt(end)) && !operatorCharacters.has(text.charAt(end)))
    end += 1;
  const word = text.slice(start, end);
  if (word.startsWith("$")) {
    return { token: { id: "(name)", kind: "variable", value: word.slice(1), start, end } };
  }
  if (word === "and" || word === "or" || word === "in") {
    return { token: { id: word, kind: "operator", value: word, start, end } };
  }
  if (word === "true" || word === "false") return literal("value", word === "true", start, end);
  if (word === "null") return literal("value", null, start, end);
  return name(word, start, end);
}

function name(value: string, start: number, end: number): TokenReading {
  return { token: { id: "(name)", kind: "name", value, start, end } };
}

function literal(
  kind: "string" | "number" | "value",
  value: string | number | boolean | null,
  start: number,
  end: number,
): TokenReading {
  return { token: { id: "(literal)", kind, value, start, end } };
}

/** The closing slash is the first outside brackets that no backslash escapes. */
function readRegex(text: string, start: number): TokenReading {
  let depth = 0;
  let backslashes = 0;
  for (let position = start + 1; position < text.length; position += 1) {
    const character = text.charAt(position);
    if (character === "/" && depth === 0 && backslashes % 2 === 0) return closeRegex(text, start, position);
    const escaped = backslashes > 0;
    if (!escaped && (character === "(" || character === "[" || character === "{")) depth += 1;
    if (!escaped && (character === ")" || character === "]" || character === "}")) depth -= 1;
    backslashes = character === "\\" ? backslashes + 1 : 0;
  }
  const end = text.length;
  return { token: regex(text.slice(start + 1), "", start, end), problem: { code: "S0302", start, end } };
}

function closeRegex(text: string, start: number, close: number): TokenReading {
  let end = close + 1;
  while (text.charAt(end) === "i" || text.charAt(end) === "m") end += 1;
  const pattern = text.slice(start + 1, close);
  const token = regex(pattern, text.slice(close + 1, end), start, end);
  if (pattern === "") return { token, problem: { code: "S0301", start, end: close + 1 } };
  const fault = regexFault(pattern, text.slice(close + 1, end));
  return fault === undefined ? { token } : { token, problem: { code: "S0303", start, end, token: fault } };
}

/** What keeps a pattern from being a regular expression; it is only read here, never run. */
function regexFault(pattern: string, flags: string): string | undefined {
  try {
    new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    return error instanceof Error
      ? error.message.replace(/^Invalid regular expression: \/[\s\S]*\/[a-z]*: /, "")
      : "";
  }
}

function regex(pattern: string, flags: string, start: number, end: number): Token {
  return { id: "(regex)", kind: "regex", value: pattern, flags, start, end };
}
