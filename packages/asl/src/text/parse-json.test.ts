import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printMachine } from "../machine-to-json.ts";
import { parseMachine } from "../parse-machine.ts";
import { deepestNesting, parseJson } from "./parse-json.ts";

/** The texts at which problems are shown. */
function problems(text: string): string[] {
  return parseJson(text).problems.map(({ span }) => text.slice(span.start, span.end));
}

describe("strict JSON", () => {
  test("is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const { root, problems: found } = parseJson(text);
        expect(found).toEqual([]);
        expect(JSON.stringify(root?.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { seed: 20261101, numRuns: process.env.STATEWRIGHT_DEEP ? 20_000 : 300 },
    );
  });

  test.each([
    ['{ "a": 1, }', [","]],
    ["[1, 2, ]", [","]],
    ["[1 2]", ["2"]],
    ['{ "a": 1 "b": 2 }', ['"b"']],
    ['{ "a" 1 }', ["1"]],
    ['{ "a": }', ['"a"']],
    ["{ a: 1 }", ["a"]],
    ["{ 'a': 1 }", ["'a'"]],
    ['{ "a": nope }', ["nope"]],
    ['{ "a": 01 }', ["01"]],
    ['{ "a": 1 } // end', ["// end"]],
    ['{ /* c */ "a": 1 }', ["/* c */"]],
    ['{ "a": "x\n}', ['"x']],
    ['{ "a": "\\q" }', ["\\q"]],
    ['{ "a": "\\u12" }', ["\\u"]],
    ['{ "a": 1e999 }', ["1e999"]],
    ['{ "a": [1, 2 }', ["}", "["]],
    ['{ "a": 1', ["{"]],
    ["{} {}", ["{"]],
    ["not a definition", ["not"]],
  ])("%j has its mistakes at %j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test("all mistakes of a text are found, and the rest is kept", () => {
    const text = '{ "a": nope, "b": 2, /* x */ "c": [1,], "d": 4 }';
    expect(problems(text)).toEqual(["nope", "/* x */", ","]);
    expect(parseJson(text).root?.value).toEqual({ b: 2, c: [1], d: 4 });
  });

  test("a key that stands twice is found with the first one, and the last one counts", () => {
    const { root, problems: found } = parseJson('{ "a": 1, "a": 2 }');
    expect(found).toMatchObject([
      { kind: "duplicate-key", name: "a", span: { start: 10 }, first: { start: 2 } },
    ]);
    expect(root?.value).toEqual({ a: 2 });
  });

  test("a word that is no JSON is reported in the words of AWS", () => {
    const { diagnostics } = parseMachine("not a definition");
    expect(diagnostics[0]?.aws).toEqual({
      code: "INVALID_JSON_DESCRIPTION",
      location: '[Source: (String)"not a definition"; line: 1, column: 4]',
      message:
        "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: (String)\"not a definition\"; line: 1, column: 4]",
    });
  });

  test("a byte order mark at the beginning is a blank", () => {
    expect(parseJson("\ufeff{}").problems).toEqual([]);
  });
});

describe("hostile text", () => {
  test("never throws", () => {
    const piece = fc.constantFrom(
      '"',
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "1",
      "a",
      "\\",
      "\n",
      "//",
      "/*",
      "'",
      "null",
      " ",
      "\u0000",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const { problems: found } = parseJson(text);
        let strict = true;
        try {
          JSON.parse(text);
        } catch {
          strict = false;
        }
        expect(found.filter(({ kind }) => kind === "syntax").length === 0 || text.trim() === "").toBe(
          strict || text.trim() === "",
        );
        expect(() => parseMachine(text)).not.toThrow();
      }),
      { seed: 20261102, numRuns: process.env.STATEWRIGHT_DEEP ? 50_000 : 1000 },
    );
  });

  test.each(["[", '{"a":', '{"States":{"A":{"Type":"Parallel","Branches":['])(
    "10,000 times %s is refused, not overflown",
    (open) => {
      const { machine, diagnostics } = parseMachine(open.repeat(10_000));
      expect(machine).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual(["limit/nesting-depth"]);
    },
  );

  test("nesting just below the limit is read, and printed", () => {
    const depth = deepestNesting - 4;
    const text = `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": ${"[".repeat(depth)}${"]".repeat(depth)}, "End": true } } }`;
    expect(parseMachine(text).diagnostics).toEqual([]);
  });

  test("states in states, and rules in rules, are read down to the limit", () => {
    let machine: object = { StartAt: "Z", States: { Z: { Type: "Succeed" } } };
    for (let level = 0; level < 240; level += 1) {
      machine = { StartAt: "A", States: { A: { Type: "Parallel", Branches: [machine], End: true } } };
    }
    const parsed = parseMachine(JSON.stringify(machine));
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.machine && parseMachine(printMachine(parsed.machine)).machine).toEqual(parsed.machine);

    let rule: object = { Variable: "$.x", IsNull: true };
    for (let level = 0; level < 450; level += 1) rule = level % 2 === 0 ? { Not: rule } : { And: [rule] };
    const choice = { Type: "Choice", Choices: [{ ...rule, Next: "A" }], Default: "A" };
    expect(parseMachine(JSON.stringify({ StartAt: "A", States: { A: choice } })).diagnostics).toEqual([]);
  });

  test("10 MB are read in bounded time", () => {
    const states = Array.from(
      { length: 60_000 },
      (_, index) =>
        `"S${index}": { "Type": "Pass", "Comment": "${"x".repeat(100)}", "Next": "S${index + 1}" }`,
    );
    const text = `{ "StartAt": "S0", "States": { ${states.join(",\n")} } }`;
    const { machine, diagnostics } = parseMachine(text);
    expect(Object.keys(machine?.States ?? {}).length).toBe(60_000);
    expect(diagnostics).toEqual([]);
  });

  test("100,000 mistakes give a bounded list", () => {
    expect(parseJson(`[${"x,".repeat(100_000)}1]`).problems.length).toBe(1000);
    const { diagnostics } = parseMachine(
      `{ "StartAt": "A", "States": { ${Array.from({ length: 100_000 }, (_, i) => `"S${i}": 1`).join(",")} } }`,
    );
    expect(diagnostics.length).toBe(100_000);
  });
});
