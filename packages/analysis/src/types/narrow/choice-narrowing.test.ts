import { describe, expect, test } from "vitest";
import { check, diagnosticsOf } from "../../../test/check.ts";
import { boolean, fields, number, oneOf, text } from "../../../test/schemas.ts";

// What a Choice makes known: in each state behind it, of what its rules ask.

const types = {
  input: fields({ n: number, m: number, name: text, flag: boolean, kind: oneOf("card", "invoice") }),
};

const jsonata = (...conditions: readonly string[]) =>
  machine(conditions.map((one) => `"Condition": "{% ${one} %}"`));
const jsonPath = (...tests: readonly string[]) => machine(tests);

function machine(rules: readonly string[], withDefault = false): string {
  const choices = rules.map((rule) => `{ ${rule}, "Next": "D" }`).join(", ");
  const end = withDefault ? ', "Default": "D"' : "";
  return `"C": { "Type": "Choice", "Choices": [ ${choices} ]${end} }, "D": { "Type": "Succeed" }`;
}

const messages = (states: string, language: "JSONata" | "JSONPath" = "JSONata") =>
  diagnosticsOf(states, { types, language }).map(({ severity, message }) => `${severity}: ${message}`);

describe("rules that take everything need no Default (R-CHOICE-03)", () => {
  test.each([
    [["$states.input.n > 5", "$states.input.n <= 5"]],
    [["5 < $states.input.n", "5 >= $states.input.n"]],
    [["$states.input.n >= -1", "$states.input.n < -1"]],
    [["$states.input.n > $states.input.m", "$states.input.n <= $states.input.m"]],
    [["$type($states.input.n) in ['string', 'number']"]],
    [["$exists($states.input.n) = false", "$not($exists($states.input.n)) = false"]],
    [["$states.input.flag", "$not($states.input.flag)"]],
    [
      [
        "$states.input.kind = 'card' and $states.input.n < 1",
        "$states.input.kind != 'card'",
        "$states.input.n >= 1",
      ],
    ],
  ])("in JSONata %j", (conditions) => {
    check(jsonata(...conditions), [], { types });
  });

  test.each([
    [['"Variable": "$.n", "NumericGreaterThan": 5', '"Variable": "$.n", "NumericLessThanEquals": 5']],
    [['"Variable": "$.name", "StringMatches": "*"']],
    [['"Variable": "$.n", "IsNumeric": true']],
    [
      [
        '"Variable": "$.n", "NumericLessThanPath": "$.m"',
        '"Variable": "$.n", "NumericGreaterThanEqualsPath": "$.m"',
      ],
    ],
  ])("in JSONPath %j", (tests) => {
    check(jsonPath(...tests), [], { types, language: "JSONPath" });
  });
});

describe("what no rule takes is told (R-CHOICE-03)", () => {
  test.each([
    [["$states.input.n > 5", "$states.input.n < 5"], "`$states.input.n` is 5"],
    [
      ["$states.input.n > 0", "$states.input.n < 0 and $states.input.kind = 'card'"],
      '`$states.input.n` is 0 and `$states.input.kind` is "card"',
    ],
    [["$states.input.name = 'a'", "$states.input.name = 'b'"], "`$states.input.name` is string"],
    [
      ["$states.input.kind = 'card' and $states.input.flag"],
      '`$states.input.kind` is "invoice" and `$states.input.flag` is true',
    ],
  ])("in JSONata %j", (conditions, left) => {
    expect(messages(jsonata(...conditions))).toEqual([
      `warning: No rule of "C" matches when ${left}, and it has no Default.`,
    ]);
  });

  test("in JSONPath", () => {
    const tests = ['"Variable": "$.n", "NumericGreaterThan": 5', '"Variable": "$.n", "NumericLessThan": 5'];
    expect(messages(jsonPath(...tests), "JSONPath")).toEqual([
      'warning: No rule of "C" matches when `$.n` is 5, and it has no Default.',
    ]);
  });

  test("a text that matches no pattern is not searched for", () => {
    expect(messages(jsonPath('"Variable": "$.name", "StringMatches": "a*"'), "JSONPath")).toEqual([
      'warning: No rule of "C" matches when `$.name` is string, and it has no Default.',
    ]);
  });
});

describe("a rule that never holds", () => {
  test("as the rules above it take all that it would", () => {
    expect(
      messages(
        machine(
          ['"Condition": "{% $states.input.n < 5 %}"', '"Condition": "{% $states.input.n < 3 %}"'],
          true,
        ),
      ),
    ).toEqual(['warning: In "C" this rule on `$states.input.n` never holds.']);
    check(
      machine(['"Condition": "{% $states.input.n < 5 %}"', '"Condition": "{% $states.input.n < 7 %}"'], true),
      [],
      { types },
    );
  });

  test("as its parts exclude one another", () => {
    const range = (least: number, most: number) =>
      machine(
        [
          `"And": [ { "Variable": "$.n", "NumericGreaterThan": ${least} }, { "Variable": "$.n", "NumericLessThan": ${most} } ]`,
        ],
        true,
      );
    expect(messages(range(5, 3), "JSONPath")).toEqual(['warning: In "C" this rule on `$.n` never holds.']);
    expect(messages(range(3, 5), "JSONPath")).toEqual([]);
  });

  test("a type that the machine's own data never has", () => {
    const made = (test: string) =>
      `"A": { "Type": "Pass", "Parameters": { "at.$": "States.Format('{}', $.n)" }, "Next": "C" }, ${machine([test], true)}`;
    expect(messages(made('"Variable": "$.at", "IsNumeric": true'), "JSONPath")).toEqual([
      'warning: In "C" `$.at` is never a number.',
    ]);
    expect(messages(made('"Variable": "$.at", "NumericLessThan": 3'), "JSONPath")).toEqual([
      'warning: In "C" `$.at` is never less than 3.',
    ]);
    expect(messages(made('"Variable": "$.at", "IsString": true'), "JSONPath")).toEqual([]);
  });

  test("of an input AWS lets any type in: another one is a hint (R-CHOICE-12)", () => {
    expect(messages(machine(['"Variable": "$.name", "NumericEquals": 5'], true), "JSONPath")).toEqual([
      'hint: In "C" `$.name` is never 5.',
    ]);
    expect(
      messages(machine(['"Variable": "$.name", "NumericLessThanPath": "$.n"'], true), "JSONPath"),
    ).toEqual(['hint: In "C" `$.name` is never < `$.n`.']);
    expect(messages(machine(['"Variable": "$.m", "NumericLessThanPath": "$.n"'], true), "JSONPath")).toEqual(
      [],
    );
  });

  test("a guard against what cannot be does no harm", () => {
    check(machine(['"Variable": "$.n", "IsPresent": false'], true), [], { types, language: "JSONPath" });
    check(machine(['"Condition": "{% $not($exists($states.input.n)) %}"'], true), [], { types });
  });
});

describe("behind a rule", () => {
  const inputOf = (states: string, language: "JSONata" | "JSONPath") =>
    check(states, [], { types, language }).states["/States/Y"]?.input;
  const behind = (rule: string) =>
    `"C": { "Type": "Choice", "Choices": [ { ${rule}, "Next": "Y" } ], "Default": "D" }, "Y": { "Type": "Succeed" }, "D": { "Type": "Succeed" }`;

  test.each([
    ['"Condition": "{% $states.input.n > 2 and $states.input.n <= 7 %}"', "JSONata"],
    ['"Condition": "{% $states.input.n > 2 and $not($states.input.n > 7) %}"', "JSONata"],
    [
      '"And": [ { "Variable": "$.n", "NumericGreaterThan": 2 }, { "Variable": "$.n", "NumericLessThanEquals": 7 } ]',
      "JSONPath",
    ],
  ] as const)("a number is in its range: %s", (rule, language) => {
    expect(inputOf(behind(rule), language)).toMatchObject({
      fields: { n: { shape: { kind: "number", minimum: 2, maximum: 7 } } },
    });
  });

  test("a union is told apart by a literal field", () => {
    const union = {
      anyOf: [fields({ kind: oneOf("cat"), lives: number }), fields({ kind: oneOf("dog"), bark: text })],
    };
    const { states } = check(behind('"Condition": "{% $states.input.kind = \'dog\' %}"'), [], {
      types: { input: union },
    });
    expect(states["/States/Y"]?.input).toMatchObject({ kind: "object", fields: { bark: {} } });
    expect(states["/States/D"]?.input).toMatchObject({ kind: "object", fields: { lives: {} } });
  });
});
