import { applyEdits, parseMachine } from "@statewright/asl";
import type { Diagnostic } from "@statewright/diagnostics";
import { expect } from "vitest";
import { checkStructure } from "../src/rules/check-structure.ts";

interface CheckOptions {
  readonly language?: "JSONPath" | "JSONata";
  readonly type?: "STANDARD" | "EXPRESS";
  readonly mark?: string;
  /** Applies the fix of the first finding, which must make it disappear. */
  readonly applyFix?: boolean;
}

/**
 * Checks the rules on a machine of the states in `text` (or the whole definition, where it begins with `{`) and
 * compares the codes of what is found. `|…|` marks where the first finding is shown.
 */
export function check(
  text: string,
  codes: readonly string[],
  options: CheckOptions = {},
): readonly Diagnostic[] {
  const { language = "JSONata", mark = "|" } = options;
  const marked = text.trimStart().startsWith("{") ? text : wrapped(text, language, mark);
  const [before = "", inside, ...after] = marked.split(mark);
  const source = [before, inside, ...after].join("");
  const found = diagnose(source, options);
  expect(found.map(({ code }) => code)).toEqual(codes);
  const first = found[0];
  if (inside !== undefined && after.length > 0) {
    expect(first && textAt(source, first)).toBe(inside);
    const lines = before.split("\n");
    expect(first?.range?.start).toEqual({ line: lines.length - 1, character: lines.at(-1)?.length });
  }
  if (options.applyFix === true) {
    expect(diagnose(fixed(source, first), options).map(({ code }) => code)).toEqual(codes.slice(1));
  }
  return found;
}

function diagnose(source: string, { type }: CheckOptions): readonly Diagnostic[] {
  const { machine, document, diagnostics } = parseMachine(source);
  expect(diagnostics).toEqual([]);
  return machine === undefined ? [] : document.locate(checkStructure(machine, { type }));
}

function wrapped(states: string, language: string, mark: string): string {
  const first = /"((?:[^"\\]|\\.)*)"/.exec(states.replaceAll(mark, ""))?.[1] ?? "";
  return `{ "QueryLanguage": "${language}", "StartAt": "${first}", "States": {\n${states}\n} }`;
}

function textAt(text: string, { range }: Diagnostic): string | undefined {
  const lines = text.split("\n");
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return range && text.slice(offset(range.start), offset(range.end));
}

function fixed(source: string, finding: Diagnostic | undefined): string {
  const edits = finding?.fixes?.[0]?.edits ?? [];
  expect(edits).not.toEqual([]);
  const { text, leftOut } = applyEdits(source, edits);
  expect(leftOut).toEqual([]);
  return text;
}
