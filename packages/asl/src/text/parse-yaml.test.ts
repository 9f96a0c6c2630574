import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { parseMachine } from "../parse-machine.ts";
import { applyEdits } from "./apply-edits.ts";
import type { JsonNode } from "./json-tree.ts";
import { parseYaml } from "./parse-yaml.ts";
import { spanWithin } from "./span-within.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const runs = deep ? 20_000 : 400;

const value = (text: string) => parseYaml(text).root?.value;
const problems = (text: string) =>
  parseYaml(text).problems.map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
const findings = (text: string) => parseMachine(text, { format: "yaml" }).diagnostics;

describe("YAML is read as JSON data", () => {
  test("maps, lists and scalars in all their styles", () => {
    const text = `
# a comment
plain: some text   # and one more
single: 'it''s'
double: "a\\tb"
literal: |
  one
    two
folded: >-
  one
  two
flow: { list: [1, 2.5, -0], empty: {}, none: , yes: true }
list:
- a
-   - b
    - null
2: number key
date: 2026-01-31
`;
    expect(problems(text)).toEqual([]);
    expect(value(text)).toEqual({
      plain: "some text",
      single: "it's",
      double: "a\tb",
      literal: "one\n  two\n",
      folded: "one two",
      flow: { list: [1, 2.5, 0], empty: {}, none: null, yes: true },
      list: ["a", ["b", null]],
      "2": "number key",
      date: "2026-01-31",
    });
    expect(parseYaml("").root).toBeUndefined();
    expect(parseYaml("# nothing\n").root).toBeUndefined();
    expect(value("a: 1\r\nb: 2\r\n")).toEqual({ a: 1, b: 2 });
  });

  test("aliases and `<<` stand for what they name", () => {
    const text = "base: &base { a: 1, b: 2 }\nsame: *base\nmore:\n  <<: *base\n  b: 3\n";
    expect(value(text)).toEqual({ base: { a: 1, b: 2 }, same: { a: 1, b: 2 }, more: { a: 1, b: 3 } });
    expect(problems("a: *none\n")).toEqual(["syntax *none"]);
    expect(problems("a: &x [*x]\n")).toEqual(["syntax *x"]);
    expect(problems("<<: 1\n")).toEqual(["syntax <<"]);
  });

  test("functions of CloudFormation are kept as tags", () => {
    const { root } = parseYaml("a: !Sub 'x${Y}'\nb: !GetAtt A.Arn\n");
    expect(root?.members?.map(({ node }) => [node.tag, node.value])).toEqual([
      ["!Sub", "x${Y}"],
      ["!GetAtt", "A.Arn"],
    ]);
    expect(
      findings("StartAt: A\nStates:\n  A: { Type: Succeed, Comment: !Sub x }\n").map(({ code }) => code),
    ).toEqual(["syntax/yaml"]);
  });

  test("every mistake is found, and the rest is read", () => {
    expect(problems("a: 1\na: 2\nb: [1, }\nc: 'x\n")).toHaveLength(3);
    expect(problems("a: 1\na: 2\n")).toEqual(["duplicate-key a"]);
    expect(problems("a: 1\n---\nb: 2\n")).toHaveLength(1);
    expect(problems("a:\n\t- 1\n").length).toBeGreaterThan(0);
    expect(problems("a: .inf\n")).toEqual(["syntax .inf"]);
    expect(problems("? [a]\n: 1\n")).toEqual(["syntax [a]"]);
    expect(value("a: 1\na: 2\nb: 3\n")).toEqual({ a: 2, b: 3 });
  });
});

describe("a machine in YAML", () => {
  const machine = (output: string) =>
    `QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    Output: ${output}\n    End: true\n`;

  test("has its findings at their characters, and its fixes too", () => {
    const text =
      "StartAt: A # first\nStates:\n  A:\n    Tipe: Pass\n    Type: Pass\n    Nxt: B\n  B: { Type: Succeed }\n";
    const found = findings(text);
    expect(found.map(({ code, range }) => [code, range?.start])).toContainEqual([
      "structure/unknown-field",
      { line: 5, character: 4 },
    ]);
    const fix = found.find(({ pointer }) => pointer === "/States/A/Nxt")?.fixes?.[0];
    expect(applyEdits(text, fix?.edits ?? []).text).toBe(text.replace("Nxt", "Next"));
  });

  test.each([
    ["plain", "{% $states.input.a %}"],
    ["single-quoted", "'{% $states.input.a & ''x'' %}'"],
    ["double-quoted", '"{% \\u0024states.input.a %}"'],
    ["literal", "|-\n      {% (\n        $states.input.a\n      ) %}"],
    ["folded", ">-\n      {% (\n      $states.input.a\n      ) %}"],
    ["plain on several lines", "{% (\n      $states.input.a\n      ) %}"],
  ])("a place inside of a %s scalar is found", (_, written) => {
    const text = machine(written.startsWith("{") ? `"${written.replaceAll('"', '\\"')}"` : written);
    const { document } = parseMachine(text, { format: "yaml" });
    const decoded = String(Reflect.get(Object(Reflect.get(Object(document.value), "States")).A, "Output"));
    const at = decoded.indexOf("input.a");
    const range = document.rangeOf("/States/A/Output", { start: at, end: at + 7 });
    const line = text.split("\n")[range?.start.line ?? 0] ?? "";
    expect(line.slice(range?.start.character, range?.end.character)).toBe("input.a");
  });

  test("is edited like JSON, comments and all other characters kept", () => {
    const text = "a: 1 # one\nb:\n  - x # ex\n  - y\nc:\n  d: 1\n  e: { f: [1, 2] }\n";
    const edit = (pointer: string, newText: string, part?: "member" | "key") => {
      const { document } = parseMachine(text, { format: "yaml" });
      const edits = [{ pointer, newText, ...(part && { part }) }];
      const [located] = document.locate([
        { code: "x/x", severity: "error", message: "", fixes: [{ title: "", edits }] },
      ]);
      const changed = applyEdits(text, located?.fixes?.[0]?.edits ?? []).text;
      return [changed, value(changed)];
    };
    expect(edit("/a", "2")).toEqual([
      text.replace("a: 1", "a: 2"),
      { a: 2, b: ["x", "y"], c: { d: 1, e: { f: [1, 2] } } },
    ]);
    expect(edit("/c/d", '"D"', "key")[1]).toMatchObject({ c: { D: 1 } });
    expect(edit("/b/0", "", "member")[1]).toMatchObject({ b: ["y"] });
    expect(edit("/b/1", "", "member")[1]).toMatchObject({ b: ["x"] });
    expect(edit("/b/2", '"z"', "member")[1]).toMatchObject({ b: ["x", "y", "z"] });
    expect(edit("/c/d", "", "member")[1]).toMatchObject({ c: { e: { f: [1, 2] } } });
    expect(edit("/c/g", "[7]", "member")[1]).toMatchObject({ c: { d: 1, e: { f: [1, 2] }, g: [7] } });
    expect(edit("/h", "null", "member")[1]).toMatchObject({ a: 1, h: null });
    expect(edit("/c/e/f/2", "3", "member")[1]).toMatchObject({ c: { e: { f: [1, 2, 3] } } });
    expect(edit("/c/e/g", "3", "member")[1]).toMatchObject({ c: { e: { f: [1, 2], g: 3 } } });
  });
});

describe("hostile YAML is bounded, and says so", () => {
  test("aliases of aliases", () => {
    const bomb = Array.from({ length: 30 }, (_, index) =>
      index === 0 ? "a0: &a0 [x, x]" : `a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`,
    ).join("\n");
    expect(parseYaml(bomb).problems.map(({ kind }) => kind)).toEqual(["too-many"]);
    expect(findings(bomb).map(({ code }) => code)).toContain("limit/aliases");
  });

  test.each([
    ["brackets", "[".repeat(10_000)],
    ["braces", "{a: ".repeat(10_000)],
    [
      "indentation",
      Array.from({ length: 10_000 }, (_, depth) => `${" ".repeat(depth)}a:`)
        .join("\n")
        .slice(0, 3_000_000),
    ],
    ["dashes", "- ".repeat(10_000)],
  ])("%s 10,000 deep", (_, text) => {
    expect(findings(text).map(({ code }) => code)).toEqual(["limit/nesting-depth"]);
  });

  test("what is just not too deep is read", () => {
    expect(parseYaml(`${"[".repeat(240)}${"]".repeat(240)}`).problems).toEqual([]);
    expect(parseYaml(`${"- ".repeat(240)}x`).problems).toEqual([]);
  });

  test("10 MB", () => {
    expect(findings(`a: ${"x".repeat(10_000_000)}`).map(({ code }) => code)).toEqual([
      "limit/document-length",
    ]);
  });

  test("names of prototypes are keys", () => {
    const read = value("__proto__: 1\nconstructor: 2\n");
    expect(Object.keys(Object(read))).toEqual(["__proto__", "constructor"]);
  });
});

describe(`${runs} random texts`, () => {
  const styles = fc.record({
    defaultStringType: fc.constantFrom(
      "PLAIN",
      "QUOTE_DOUBLE",
      "QUOTE_SINGLE",
      "BLOCK_LITERAL",
      "BLOCK_FOLDED",
    ),
    defaultKeyType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE"),
    collectionStyle: fc.constantFrom("any", "block", "flow"),
    indent: fc.integer({ min: 2, max: 6 }),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20, 80),
  } as const);
  const words = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: fc.constantFrom("a", " ", "\n", "'", '"', "\\", ":", "#", "é", "😀"), maxLength: 20 }),
  );
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      words,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(words, tie("value"), { maxKeys: 4 }),
    ),
  })).value;

  test("JSON printed as YAML in any style reads back to it, every place inside the document and right", () => {
    let strings = 0;
    let same = 0;
    fc.assert(
      fc.property(json, styles, (data, style) => {
        const text = stringify(data, style);
        const { root, problems: found } = parseYaml(text);
        expect(found).toEqual([]);
        // The library's own reading decides: not all that it prints reads back to what was printed.
        const theirs: unknown = JSON.parse(JSON.stringify(parse(text)));
        expect(root?.value ?? null).toEqual(theirs);
        if (JSON.stringify(theirs) === JSON.stringify(data)) same += 1;
        for (const node of nodesOf(root)) {
          expect(node.start).toBeGreaterThanOrEqual(0);
          expect(node.end).toBeLessThanOrEqual(text.length);
          expect(node.start).toBeLessThanOrEqual(node.end);
          if (typeof node.value !== "string" || node.value === "") continue;
          strings += 1;
          // A place inside is never the whole text, unless it is one character long.
          const one = spanWithin(text, node, { start: 0, end: 1 });
          if (node.value.length > 1) expect([one.start, one.end]).not.toEqual([node.start, node.end]);
        }
      }),
      { numRuns: runs, seed: 5 },
    );
    console.log(
      `YAML read as the library reads it: ${runs}, back to what was printed: ${same}, strings found: ${strings}`,
    );
    expect(same).toBeGreaterThan(runs / 2);
  });

  test("any text is read without an exception", () => {
    const pieces = fc.array(
      fc.constantFrom(
        "a",
        ":",
        " ",
        "\n",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "|",
        ">",
        "#",
        "&a",
        "*a",
        "!t",
        "? ",
        "---",
        "<<",
        "\t",
        "%",
        "\r\n",
        "...",
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((parts) => parts.join("")),
          fc.string({ unit: "binary", maxLength: 100 }),
        ),
        (text) => {
          for (const { range } of findings(text)) expect(range).toBeDefined();
          for (const node of nodesOf(parseYaml(text).root)) expect(node.end).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: runs, seed: 6 },
    );
  });
});

function* nodesOf(root: JsonNode | undefined): Generator<JsonNode> {
  const pending = root === undefined ? [] : [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    pending.push(...(node.elements ?? []), ...(node.members ?? []).map((member) => member.node));
  }
}
