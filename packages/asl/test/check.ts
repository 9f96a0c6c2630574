import type { Diagnostic } from "@statewright/diagnostics";
import { expect } from "vitest";
import { parseMachine } from "../src/parse-machine.ts";

/** How the states of a `check` are wrapped: fields of the machine, `Next` targets that exist, and the mark. */
interface CheckOptions {
  readonly language?: "JSONPath" | "JSONata";
  /** What marks where the first finding is to be shown; another one where the text needs `|` itself. */
  readonly mark?: string;
}

/**
 * Reads a machine of the states in `text` (or the whole definition, where it begins with `{`) and compares the
 * codes of what is found. `|…|` marks where the first finding is shown.
 */
export function check(
  text: string,
  codes: readonly string[],
  options: CheckOptions = {},
): readonly Diagnostic[] {
  const { language = "JSONata", mark = "|" } = options;
  const marked = text.trimStart().startsWith("{") ? text : wrapped(text, language);
  const [before = "", inside, ...after] = marked.split(mark);
  const source = [before, inside, ...after].join("");
  const { diagnostics } = parseMachine(source);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  if (inside !== undefined && after.length > 0) {
    const range = diagnostics[0]?.range;
    expect(range && textAt(source, range)).toBe(inside);
    expect(range?.start).toEqual(positionAfter(before));
  }
  return diagnostics;
}

function wrapped(states: string, language: string): string {
  const first = /"((?:[^"\\]|\\.)*)"/.exec(states.replaceAll("|", ""))?.[1] ?? "";
  return `{ "QueryLanguage": "${language}", "StartAt": "${first}", "States": {\n${states}\n} }`;
}

function textAt(text: string, range: NonNullable<Diagnostic["range"]>): string {
  const lines = text.split("\n");
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return text.slice(offset(range.start), offset(range.end));
}

function positionAfter(text: string): { line: number; character: number } {
  const lines = text.split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
