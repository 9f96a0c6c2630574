import type { Span } from "@statewright/diagnostics";
import type { PathProblem, PathProblemKind } from "../path-problem.ts";

/** A text that is read from left to right, and the problems found on the way. */
export interface PathText {
  readonly text: string;
  at: number;
  /** Where reading stops; the parts of a filter are read inside its bounds. */
  readonly end: number;
  readonly problems: PathProblem[];
}

export function pathText(
  text: string,
  at = 0,
  end: number = text.length,
  problems: PathProblem[] = [],
): PathText {
  return { text, at, end, problems };
}

/** The character at hand; nothing at the end. */
export function peek(source: PathText, ahead = 0): string {
  const at = source.at + ahead;
  return at < source.end ? source.text.charAt(at) : "";
}

/** Goes past `expected` if it is next. */
export function take(source: PathText, expected: string): boolean {
  if (!source.text.startsWith(expected, source.at) || source.at + expected.length > source.end) return false;
  source.at += expected.length;
  return true;
}

/** Goes past what the sticky pattern finds here. */
export function takePattern(source: PathText, pattern: RegExp): string | undefined {
  pattern.lastIndex = source.at;
  const found = pattern.exec(source.text)?.[0];
  if (found === undefined || source.at + found.length > source.end) return undefined;
  source.at += found.length;
  return found;
}

export function skipBlanks(source: PathText): void {
  while (source.at < source.end && isBlank(source.text.charAt(source.at))) source.at += 1;
}

export function isBlank(character: string): boolean {
  return character === " " || character === "\t" || character === "\n" || character === "\r";
}

export function spanFrom(source: PathText, start: number): Span {
  return Object.freeze({ start, end: source.at });
}

/** Notes what is wrong from `start` up to where reading is; at the end of the text, its last character. */
export function report(
  source: PathText,
  message: string,
  start: number,
  end: number = Math.max(source.at, start),
  kind: PathProblemKind = "syntax",
): undefined {
  const { length } = source.text;
  const first = Math.min(start, Math.max(length - 1, 0));
  const span = Object.freeze({ start: first, end: Math.min(Math.max(end, first + 1), length) });
  source.problems.push(Object.freeze({ kind, message, span, severity: "error" }));
  return undefined;
}
