import { expect, test } from "vitest";
import { type Diagnostic, githubCommands } from "../index.ts";

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions

const finding: Diagnostic = {
  code: "transition/unknown-target",
  severity: "error",
  message: 'There is no state "Frist".',
  help: "Did you mean `First`?",
  range: { start: { line: 2, character: 8 }, end: { line: 2, character: 13 } },
};
const commands = (...diagnostics: readonly Diagnostic[]) =>
  githubCommands([{ file: "a,b:c.asl.json", machine: "a", diagnostics }]);

test("a finding is one command with its place, its code as title, and what to do", () => {
  expect(commands(finding)).toBe(
    "::error file=a%2Cb%3Ac.asl.json,line=3,endLine=3,col=9,endColumn=14,title=transition/unknown-target" +
      '::There is no state "Frist".%0ADid you mean `First`?\n',
  );
});

test("the runner takes no columns for a stretch of several lines", () => {
  const range = { start: { line: 2, character: 8 }, end: { line: 4, character: 1 } };
  expect(commands({ ...finding, range })).toContain("line=3,endLine=5,title=");
});

test("a warning is a warning, a hint a notice, and no place is needed", () => {
  const { range: _, help: __, ...bare } = finding;
  expect(commands({ ...bare, severity: "warning" }, { ...bare, severity: "hint", file: "other.ts" })).toBe(
    '::warning file=a%2Cb%3Ac.asl.json,title=transition/unknown-target::There is no state "Frist".\n' +
      '::notice file=other.ts,title=transition/unknown-target::There is no state "Frist".\n',
  );
});

test("text from a definition cannot begin a command, end the line or add a property", () => {
  const evil = "x\r\n::error file=y::z\u001b[2J,line=1::%0A::stop-commands::\u2028";
  const written = commands({ ...finding, message: evil, why: evil, help: evil, file: evil, code: evil });
  expect(written.match(/^::/gm)).toHaveLength(1);
  expect(written.trimEnd()).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  const [, properties = ""] = /^::error (.*?)::/.exec(written) ?? [];
  expect(properties.split(",").map((part) => part.split("=")[0])).toEqual([
    "file",
    "line",
    "endLine",
    "col",
    "endColumn",
    "title",
  ]);
  // A `%0A` of the text itself stays what it is when the runner takes the escapes back.
  expect(written).toContain("%250A");
});
