import type { TextEdit } from "@statewright/diagnostics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { machineDocument } from "./machine-document.ts";
import { parseYaml } from "./parse-yaml.ts";

/** The text with an edit by pointer made as a fix makes it. */
function edited(text: string, edit: TextEdit): string {
  const { root } = parseYaml(text);
  const finding = {
    code: "structure/empty",
    severity: "error" as const,
    message: "",
    fixes: [{ title: "", edits: [edit] }],
  };
  const [located] = machineDocument(text, root, undefined, "yaml").locate([finding]);
  return applyEdits(text, located?.fixes?.[0]?.edits ?? []).text;
}
const value = (text: string, wanted: string) =>
  edited(text, { pointer: "/a", newText: JSON.stringify(wanted) });
const key = (text: string, wanted: string) =>
  edited(text, { pointer: "/a", part: "key", newText: JSON.stringify(wanted) });

describe("a text is written as the one before", () => {
  test.each([
    ["a: Pas # why", "Pass", "a: Pass # why"],
    ["a: 'Pas'", "it's", "a: 'it''s'"],
    ['a: "Pas"', "Pass", 'a: "Pass"'],
    ["{ a: Pas, b: 1 }", "Pass", "{ a: Pass, b: 1 }"],
    ["a: >-\n  {% $x.totl\n  + 1 %}\nb: 1", "{% $x.total + 1 %}", "a: >-\n  {% $x.total\n  + 1 %}\nb: 1"],
    ["a: |\n  one\n  tow\nb: 1", "one\ntwo\n", "a: |\n  one\n  two\nb: 1"],
  ])("%j", (text, wanted, expected) => {
    expect(value(text, wanted)).toBe(expected);
  });

  test("a key", () => {
    expect(key("a: 1", "Next")).toBe("Next: 1");
    expect(key("'a': 1", "Next")).toBe("'Next': 1");
    expect(key('"a": 1', "Next")).toBe('"Next": 1');
  });
});

describe("but as JSON where that would be something else", () => {
  test.each([
    "true",
    "No",
    "null",
    "1",
    "1e3",
    "a: b",
    "a #b",
    "- a",
    "",
    " a",
    "a:",
    "*a",
    "!a",
    "{a",
    "a\nb",
  ])("%j", (wanted) => {
    expect(value("a: Pas", wanted)).toBe(`a: ${JSON.stringify(wanted)}`);
    expect(key("a: Pas", wanted)).toBe(`${JSON.stringify(wanted)}: Pas`);
  });
});

test("whatever is written is what is read, and the text beside it stays", () => {
  const before = fc.constantFrom("Pas", "'P'", '"P"', ">-\n    P q\n    r", "|\n    P\n     q\n");
  const wanted = fc.oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("P qr", "Pz q r", "P\n q2\n"),
  );
  fc.assert(
    fc.property(before, wanted, (old, text) => {
      const { root, problems } = parseYaml(value(`x: 1\na: ${old}\nb: 2\n`, text));
      expect(problems).toEqual([]);
      expect(root?.value).toEqual({ x: 1, a: text, b: 2 });
    }),
    { seed: 20_261_126, numRuns: process.env.STATEWRIGHT_DEEP ? 20_000 : 500 },
  );
});
