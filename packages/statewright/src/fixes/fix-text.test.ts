import type { Diagnostic, TextEdit } from "@statewright/diagnostics";
import { expect, test } from "vitest";
import { fixText } from "./fix-text.ts";

const edit = (start: number, end: number, newText: string): TextEdit => ({
  range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
  newText,
});
const finding = (...fixes: readonly (readonly TextEdit[])[]): Diagnostic => ({
  code: "a/b",
  severity: "error",
  message: "m",
  fixes: fixes.map((edits, index) => ({ title: `fix ${index}`, edits })),
});

test("the first fix of each finding that has places is made", () => {
  const found = [
    finding([{ pointer: "/a", newText: "?" }], [edit(0, 1, "A")], [edit(0, 1, "?")]),
    finding([edit(4, 5, "E"), edit(2, 3, "C")]),
    { code: "c/d", severity: "error", message: "no fix" } as const,
  ];
  const { text, made } = fixText("abcdefg", found);
  expect(text).toBe("AbCdEfg");
  expect(made).toEqual([
    { code: "a/b", title: "fix 1", at: { line: 0, character: 0 } },
    { code: "a/b", title: "fix 0", at: { line: 0, character: 4 } },
  ]);
});

test("a fix is made whole or not at all, and its other fixes do not step in", () => {
  const found = [finding([edit(0, 1, "A")]), finding([edit(6, 7, "G"), edit(0, 2, "?")], [edit(4, 5, "?")])];
  expect(fixText("abcdefg", found).text).toBe("Abcdefg");
  expect(fixText("abcdefg", [finding([edit(0, 2, "A"), edit(1, 3, "?")])])).toEqual({
    text: "abcdefg",
    made: [],
  });
});

test("one change that two findings want is made once", () => {
  const { text, made } = fixText("ab", [finding([edit(0, 0, "x")]), finding([edit(0, 0, "x")])]);
  expect({ text, made: made.length }).toEqual({ text: "xab", made: 1 });
});
