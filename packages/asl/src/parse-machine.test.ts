import { describe, expect, test } from "vitest";
import { parseMachine } from "./parse-machine.ts";

const yaml = `StartAt: A
States:
  A:
    Type: Pass
    QueryLanguage: JSONata
    Output: >-
      {% $a
      & $b %}
    Next: B
  B: { Type: Succeed, Nxt: 1 }
`;

describe("a definition in YAML", () => {
  test("is told by its file's name, or by `format`", () => {
    const json = '{ "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }';
    for (const options of [{ file: "m.asl.yaml" }, { file: "M.YML" }, { format: "yaml" as const }]) {
      expect(parseMachine(yaml, options).machine?.StartAt).toBe("A");
      expect(parseMachine(json, options)).toMatchObject({ machine: { StartAt: "B" }, diagnostics: [] });
    }
    expect(parseMachine(yaml, { file: "m.yaml", format: "json" }).diagnostics[0]?.code).toBe("syntax/json");
    expect(parseMachine(yaml).diagnostics[0]?.code).toBe("syntax/json");
  });

  test("has findings with their places", () => {
    const { diagnostics } = parseMachine(yaml, { file: "m.yaml" });
    expect(diagnostics).toMatchObject([
      {
        code: "structure/unknown-field",
        pointer: "/States/B/Nxt",
        file: "m.yaml",
        range: { start: { line: 9, character: 22 }, end: { line: 9, character: 25 } },
      },
    ]);
  });

  test("has the places of single characters, in texts on several lines too", () => {
    const { document } = parseMachine(yaml, { format: "yaml" });
    const at = "{% $a & $b %}".indexOf("$b");
    expect(document.rangeOf("/States/A/Output", { start: at, end: at + 2 })).toEqual({
      start: { line: 7, character: 8 },
      end: { line: 7, character: 10 },
    });
  });

  test("holds no tags of CloudFormation", () => {
    const { machine, diagnostics } = parseMachine(yaml.replace("Pass", "!Ref Pass"), { format: "yaml" });
    expect(diagnostics[0]).toMatchObject({
      code: "syntax/yaml",
      message: "A definition is data: it has no tag such as `!Ref`.",
      range: { start: { line: 3, character: 10 }, end: { line: 3, character: 14 } },
    });
    expect(machine?.States.A?.Type).toBe("Pass");
  });

  test("tells both places of a key that stands twice, and mistakes of the text", () => {
    const { machine, diagnostics } = parseMachine(`${yaml}StartAt: B\nComment: a: b\n`, { format: "yaml" });
    const codes = diagnostics.map(({ code }) => code);
    expect(codes).toEqual([
      "syntax/yaml",
      "syntax/duplicate-key",
      "structure/unknown-field",
      "structure/wrong-type",
    ]);
    expect(diagnostics[1]).toMatchObject({
      range: { start: { line: 10, character: 0 } },
      related: [{ range: { start: { line: 0, character: 0 } } }],
    });
    expect(machine?.StartAt).toBe("B");
  });

  test.each(["", "# nothing\n", "---\n"])("may be empty: %j", (text) => {
    expect(parseMachine(text, { format: "yaml" }).diagnostics).toMatchObject([
      { code: "structure/wrong-type", pointer: "", message: "A definition must be an object, but is empty." },
    ]);
  });

  test.each([
    ["limit/nesting-depth", "[".repeat(10_000)],
    ["limit/nesting-depth", "- ".repeat(10_000)],
    [
      "limit/aliased-values",
      `a: &a [${"1,".repeat(1000)}]\nb: &b [${"*a,".repeat(1000)}]\nc: [${"*b,".repeat(1000)}]\n`,
    ],
  ])("is bounded: %s", (code, text) => {
    const { machine, diagnostics } = parseMachine(text, { format: "yaml" });
    expect(machine).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  test("is read up to twice the size that AWS takes, and above it says so", () => {
    const states = Array.from({ length: 14_000 }, (_, index) => {
      const comment = "what it does and why ".repeat(3);
      return `  S${index}:\n    Type: Pass # ${index}\n    Comment: ${comment}\n    Next: S${index + 1}\n`;
    });
    const text = `StartAt: S0\nStates:\n${states.join("")}  S${states.length}: { Type: Succeed }\n`;
    const { machine, diagnostics } = parseMachine(text, { format: "yaml" });
    expect(text.length).toBeGreaterThan(1_500_000);
    expect(diagnostics).toEqual([]);
    expect(Object.keys(machine?.States ?? {})).toHaveLength(states.length + 1);
    const longer = parseMachine(`${text}${"# more\n".repeat(100_000)}`, { format: "yaml" });
    expect(longer.diagnostics.map(({ code }) => code)).toEqual(["limit/document-length"]);
  });
});
