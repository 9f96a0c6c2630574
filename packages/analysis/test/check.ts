import { type MachineTypes, parseMachine } from "@statewright/asl";
import type { Diagnostic, Position, Range } from "@statewright/diagnostics";
import { expect } from "vitest";
import { analyze } from "../src/analyze.ts";
import type { Facts } from "../src/types/facts.ts";

/** What a test may say besides the states. */
export interface CheckOptions {
  readonly types?: Omit<MachineTypes, "version">;
  readonly type?: "STANDARD" | "EXPRESS";
  /** Another mark where the text needs `|`. */
  readonly mark?: string;
  readonly language?: "JSONata" | "JSONPath";
}

/**
 * Checks the text of the `States` of a machine; the first one is the start. `findings` are `severity code`, in
 * the order of their places; `|…|` in the text marks where each is. A fix that is offered must make its
 * finding disappear.
 */
export function check(states: string, findings: readonly string[], options: CheckOptions = {}): Facts {
  const mark = options.mark ?? "|";
  const { text, marks } = withoutMarks(machineText(states, options), mark);
  const { facts, diagnostics, rangeOf } = analyzed(text, options);
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(findings);
  if (marks.length > 0) {
    const found = diagnostics.map((diagnostic) => textAt(text, rangeOf(diagnostic)));
    expect(found).toEqual(marks.map((at) => text.slice(at.start, at.end)));
    const ranges = diagnostics.map((diagnostic) => rangeOf(diagnostic)?.start);
    expect(ranges).toEqual(marks.map(({ start }) => positionOf(text, start)));
  }
  for (const diagnostic of diagnostics) expectFixesToHelp(diagnostic, text, options);
  return facts;
}

/** The findings on the text of some states, to look into them. */
export function diagnosticsOf(states: string, options: CheckOptions = {}): readonly Diagnostic[] {
  return analyzed(machineText(states, options), options).diagnostics;
}

function machineText(states: string, { language = "JSONata" }: CheckOptions): string {
  const start = /"([^"]+)"\s*:/.exec(states)?.[1] ?? "";
  return `{ "QueryLanguage": "${language}", "StartAt": "${start}", "States": {\n${states}\n} }`;
}

function analyzed(text: string, { types, type }: CheckOptions) {
  const { machine, document, diagnostics } = parseMachine(text);
  expect(diagnostics, text).toEqual([]);
  if (machine === undefined) throw new Error("the text is no machine");
  const options = {
    ...(types && { types: { version: 1 as const, ...types } }),
    ...(type && { type }),
  };
  const found = analyze(machine, options);
  return {
    ...found,
    rangeOf: ({ pointer, within }: Diagnostic) => document.rangeOf(pointer ?? "", within),
  };
}

function withoutMarks(marked: string, mark: string) {
  const parts = marked.split(mark);
  const marks: { start: number; end: number }[] = [];
  let text = "";
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) marks.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, marks };
}

function expectFixesToHelp({ code, fixes = [], pointer }: Diagnostic, text: string, options: CheckOptions) {
  for (const { edits } of fixes) {
    const { document } = parseMachine(text);
    let fixed = text;
    for (const edit of edits) {
      const range = edit.range ?? document.rangeOf(edit.pointer ?? "");
      if (range === undefined) throw new Error("an edit without a place");
      fixed =
        fixed.slice(0, offsetOf(text, range.start)) + edit.newText + fixed.slice(offsetOf(text, range.end));
    }
    const left = analyzed(fixed, options).diagnostics;
    expect(left.filter((diagnostic) => diagnostic.code === code && diagnostic.pointer === pointer)).toEqual(
      [],
    );
  }
}

function textAt(text: string, range: Range | undefined): string | undefined {
  return range && text.slice(offsetOf(text, range.start), offsetOf(text, range.end));
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function offsetOf(text: string, { line, character }: Position): number {
  const lines = text.split("\n").slice(0, line);
  return lines.reduce((sum, one) => sum + one.length + 1, 0) + character;
}
