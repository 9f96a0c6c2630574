import { describe, expect, test } from "vitest";
import {
  compareDiagnostics,
  type Diagnostic,
  inertText,
  renderDiagnostics,
  summary,
  summaryText,
} from "./index.ts";

const text = '{\n  "amount": "{% $states.input.order.totl %}"\n}';
const start = text.split("\n")[1]?.indexOf("totl") ?? 0;
const finding: Diagnostic = {
  code: "data/unknown-field",
  severity: "error",
  message: '"Charge" reads `order.totl`, but `order` has no such field.',
  why: "`order` has: id, total.",
  help: "Did you mean `total`?",
  state: "Charge",
  pointer: "/States/Charge/Arguments/amount",
  file: "orders.asl.json",
  range: { start: { line: 1, character: start }, end: { line: 1, character: start + 4 } },
  related: [
    {
      message: "`order` is written here.",
      file: "orders.asl.json",
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    },
  ],
  fixes: [{ title: "Read `total`", edits: [] }],
};
const render = (diagnostics: readonly Diagnostic[], source = text, colour = false): string =>
  renderDiagnostics(diagnostics, { source: () => source, colour });

describe("a rendered diagnostic", () => {
  test("says where, what, why and what to do, with the line it is about", () => {
    expect(render([finding])).toBe(`orders.asl.json:2:${start + 1}  error  data/unknown-field
  "Charge" reads \`order.totl\`, but \`order\` has no such field.
    2 │   "amount": "{% $states.input.order.totl %}"
      │ ${" ".repeat(start)}~~~~
  \`order\` has: id, total.
  Did you mean \`total\`?
  orders.asl.json:1:1  \`order\` is written here.
  Fix: Read \`total\`
`);
  });

  test("without a source names the pointer", () => {
    const { file: _, range: __, related: ___, fixes: ____, ...bare } = finding;
    expect(renderDiagnostics([bare], { source: () => undefined, colour: false })).toMatch(
      /^\/States\/Charge\/Arguments\/amount {2}error/,
    );
  });

  test("is coloured only when it is asked for", () => {
    expect(render([finding])).not.toContain("\u001b");
    expect(render([finding], text, true)).toContain("\u001b[31m");
  });

  test("cannot be forged by the text it is about", () => {
    const evil = "\u001b[2Jx\r\n\u2028\u202e::error::";
    const hostile = {
      ...finding,
      message: evil,
      why: evil,
      help: evil,
      file: evil,
      related: [{ message: evil }],
      fixes: [{ title: evil, edits: [] }],
    };
    const rendered = render([hostile], `{\n  "\u001b[31m${"x".repeat(60)}\u009b\u202e" : 1\n}`);
    // biome would ask for an escape: the control characters are what is looked for.
    expect(
      [...rendered].filter(
        (character) => character !== "\n" && /[\p{Cc}\p{Zl}\p{Zp}\u202e]/u.test(character),
      ),
    ).toEqual([]);
    expect(rendered.split("\n").filter((line) => line.startsWith("::"))).toEqual([]);
  });

  test("of a long line shows what is around it", () => {
    const long = `{"a":"${"x".repeat(500)}totl${"y".repeat(500)}"}`;
    const at = long.indexOf("totl");
    const range = { start: { line: 0, character: at }, end: { line: 0, character: at + 4 } };
    const [, , line = "", marks = ""] = render([{ ...finding, range }], long).split("\n");
    expect(line.length).toBeLessThan(140);
    expect(line.slice(marks.indexOf("~"), marks.lastIndexOf("~") + 1)).toBe("totl");
  });

  test("underlines behind tabs, wide characters and escapes alike", () => {
    const source = '\t"顧客": "bad"';
    const at = source.indexOf('"bad"');
    const range = { start: { line: 0, character: at }, end: { line: 0, character: at + 5 } };
    const [, , line = "", marks = ""] = render([{ ...finding, range }], source).split("\n");
    // Each of the two wide characters takes two columns.
    expect(marks.indexOf("~")).toBe(line.indexOf('"bad"') + 2);
  });

  test("10,000 of them in one file take time in proportion", () => {
    const source = Array.from({ length: 10_000 }, () => "x".repeat(50)).join("\n");
    const many = Array.from({ length: 10_000 }, (_, line) => ({
      ...finding,
      range: { start: { line, character: 1 }, end: { line, character: 2 } },
    }));
    expect(render(many, source).length).toBeGreaterThan(1_000_000);
  });
});

describe("text from outside", () => {
  test("keeps its letters, and shows what cannot be seen", () => {
    expect(inertText("Größe 顧客 😀 👨‍👩‍👧")).toBe("Größe 顧客 😀 👨\\u200d👩\\u200d👧");
    expect(inertText("a\u0007b\u2029c")).toBe("a\\u0007b\\u2029c");
  });
});

describe("many diagnostics", () => {
  const at = (line: number, code = "a/b", file = "f"): Diagnostic => ({
    ...finding,
    code,
    file,
    range: { start: { line, character: 0 }, end: { line, character: 1 } },
  });

  test("are ordered by file, place and code, whatever order they came in", () => {
    const sorted = [at(9, "a/a", "a"), at(1, "a/a"), at(1, "a/b"), at(2, "a/a")];
    expect([...sorted].reverse().sort(compareDiagnostics)).toEqual(sorted);
    const { range: _, ...bare } = at(0);
    expect(
      [
        { ...bare, pointer: "/b" },
        { ...bare, pointer: "/a" },
      ]
        .sort(compareDiagnostics)
        .map(({ pointer }) => pointer),
    ).toEqual(["/a", "/b"]);
  });

  test("are counted, hints left out", () => {
    const counts = summary([finding, { ...finding, severity: "warning" }, { ...finding, severity: "hint" }]);
    expect(counts).toEqual({ errors: 1, warnings: 1 });
    expect(summaryText(counts)).toBe("1 error, 1 warning");
    expect(summaryText({ errors: 2, warnings: 0 })).toBe("2 errors");
    expect(summaryText({ errors: 0, warnings: 0 })).toBe("no problems");
  });
});
