import { printShape, type Shape } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { type CheckOptions, check, diagnosticsOf } from "../../test/check.ts";
import { anyOf, boolean, fields, listOf, number, oneOf, text } from "../../test/schemas.ts";

const jsonPath = { language: "JSONPath" } as const;
const order = fields({ id: text, total: number, "note?": text, items: listOf(fields({ sku: text })) });

function shown(shape: Shape | undefined): string {
  return shape === undefined ? "no facts" : printShape(shape);
}

function outputOf(states: string, input: NonNullable<CheckOptions["types"]>["input"]): string {
  return shown(check(states, [], { ...jsonPath, types: input === undefined ? {} : { input } }).output);
}

describe("the stages of a JSONPath state (R-JP-01 to R-JP-06, R-RP-01)", () => {
  const pass = (stages: string) => `"A": { "Type": "Pass", ${stages} "End": true }`;

  test.each([
    ["R-JP-02 nothing changes without fields", "", "{ n: number, a: { b: string } }"],
    ["InputPath takes a part", '"InputPath": "$.a",', "{ b: string }"],
    ["R-JP-03 InputPath null is {}", '"InputPath": null,', "{}"],
    ["R-JP-03 OutputPath null is {}", '"OutputPath": null,', "{}"],
    [
      "R-JP-06 a key that ends in .$ is a path",
      '"Parameters": { "x.$": "$.a.b", "y": "text" },',
      '{ x: string, y: "text" }',
    ],
    ["brackets are fields too", `"Parameters": { "x.$": "$['a']['b']" },`, "{ x: string }"],
    ["an intrinsic function", '"Parameters": { "x.$": "States.UUID()" },', "{ x: string }"],
    [
      "R-JP-04 ResultPath puts the result into the raw input",
      '"InputPath": "$.a", "Result": 1, "ResultPath": "$.r",',
      "{ n: number, a: { b: string }, r: 1 }",
    ],
    [
      "R-RP-01 what is missing on the way is made",
      '"Result": 1, "ResultPath": "$.r.s",',
      "{ n: number, a: { b: string }, r: { s: 1 } }",
    ],
    [
      "R-RP-01 what is there is replaced",
      '"Result": 1, "ResultPath": "$.a.b",',
      "{ n: number, a: { b: 1 } }",
    ],
    [
      "R-JP-03 ResultPath null discards the result",
      '"Result": 1, "ResultPath": null,',
      "{ n: number, a: { b: string } }",
    ],
    ["Result replaces everything", '"Result": { "r": [1] },', "{ r: [1] }"],
    ["OutputPath comes last", '"Result": { "s": 1 }, "ResultPath": "$.r", "OutputPath": "$.r.s",', "1"],
    ["what can have many answers gives an array", '"Parameters": { "x.$": "$.a[*]" },', "{ x: string[] }"],
  ])("%s", (_what, stages, output) => {
    expect(outputOf(pass(stages), fields({ n: number, a: fields({ b: text }) }))).toBe(output);
  });

  test("a Task: Parameters → call → ResultSelector → ResultPath", () => {
    const { states, output } = check(
      `"T": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": { "FunctionName": "charge", "Payload.$": "$" },
              "ResultSelector": { "receipt.$": "$.Payload.receipt" }, "ResultPath": "$.charge", "End": true }`,
      [],
      {
        ...jsonPath,
        types: { input: fields({ id: text }), resources: { charge: { result: fields({ receipt: text }) } } },
      },
    );
    expect(shown(states["/States/T"]?.result)).toContain("Payload: { receipt: string }");
    expect(shown(output)).toBe("{ id: string, charge: { receipt: string } }");
  });

  test("R-RP-04 a catcher puts the error into the raw input", () => {
    const { states } = check(
      `"T": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f",
              "Catch": [ { "ErrorEquals": ["Declined"], "ResultPath": "$.error", "Next": "F" } ], "End": true },
       "F": { "Type": "Pass", "End": true }`,
      [],
      { ...jsonPath, types: { input: fields({ id: text }) } },
    );
    expect(shown(states["/States/F"]?.input)).toBe(
      '{ id: string, error: { Error: "Declined", Cause: string } }',
    );
  });

  test("Map and Parallel", () => {
    const { states, output } = check(
      `"M": { "Type": "Map", "ItemsPath": "$.items", "ItemSelector": { "sku.$": "$$.Map.Item.Value.sku", "id.$": "$.id" },
              "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "$.sku", "End": true } } },
              "ResultPath": "$.skus", "Next": "P" },
       "P": { "Type": "Parallel", "Branches": [
          { "StartAt": "B", "States": { "B": { "Type": "Pass", "InputPath": "$.id", "End": true } } },
          { "StartAt": "C", "States": { "C": { "Type": "Pass", "Result": 1, "End": true } } } ], "End": true }`,
      [],
      { ...jsonPath, types: { input: order } },
    );
    expect(shown(states["/States/M/ItemProcessor/States/A"]?.input)).toBe("{ sku: string, id: string }");
    expect(shown(states["/States/P"]?.input)).toContain("skus: string[]");
    expect(shown(output)).toBe("[string, 1]");
  });

  test("R-JP-14 `$` in Assign is the result; variables and the context are read", () => {
    expect(
      outputOf(
        `"A": { "Type": "Pass", "Result": { "n": 1 }, "Assign": { "x.$": "$.n", "c": "text" }, "Next": "B" },
         "B": { "Type": "Pass", "Parameters": { "x.$": "$x", "c.$": "$c", "name.$": "$$.State.Name" }, "End": true }`,
        undefined,
      ),
    ).toBe('{ x: 1, c: "text", name: "B" }');
  });

  test("Choice narrows", () => {
    const { states } = check(
      `"C": { "Type": "Choice", "Choices": [
          { "And": [ { "Variable": "$.kind", "IsPresent": true }, { "Variable": "$.kind", "StringEquals": "card" } ], "Next": "Yes" } ], "Default": "No" },
       "Yes": { "Type": "Pass", "InputPath": "$.card", "End": true }, "No": { "Type": "Pass", "End": true }`,
      [],
      {
        ...jsonPath,
        types: { input: anyOf(fields({ kind: oneOf("card"), card: text }), fields({ kind: oneOf("cash") })) },
      },
    );
    expect(shown(states["/States/Yes"]?.output)).toBe("string");
    expect(shown(states["/States/No"]?.input)).toBe('{ kind: "cash" }');
  });
});

describe("what is found in paths", () => {
  test("a definite path that leads nowhere fails the state (R-PATH-05)", () => {
    check(
      `"A": { "Type": "Pass", "Parameters": { "x.$": "$.items[0].|skU|" }, "End": true }`,
      ["error data/unknown-field"],
      {
        ...jsonPath,
        types: { input: fields({ items: { type: "array", items: fields({ sku: text }), minItems: 1 } }) },
      },
    );
    check(`"A": { "Type": "Pass", "InputPath": "$.|totl|", "End": true }`, ["error data/unknown-field"], {
      ...jsonPath,
      types: { input: order },
    });
  });

  test("one that may be missing: a warning", () => {
    check(
      `"A": { "Type": "Pass", "OutputPath": |"$.note"|, "End": true }`,
      ["warning data/undefined-result"],
      {
        ...jsonPath,
        types: { input: order },
      },
    );
    const [diagnostic] = diagnosticsOf(`"A": { "Type": "Pass", "OutputPath": "$.note", "End": true }`, {
      ...jsonPath,
      types: { input: order },
    });
    expect(diagnostic?.why).toContain("`States.Runtime`");
  });

  test("after IsPresent it is there", () => {
    check(
      `"C": { "Type": "Choice", "Choices": [ { "Variable": "$.note", "IsPresent": true, "Next": "A" } ], "Default": "B" },
       "A": { "Type": "Pass", "OutputPath": "$.note", "End": true }, "B": { "Type": "Succeed" }`,
      [],
      { ...jsonPath, types: { input: order } },
    );
  });

  test("a variable that no state assigns", () => {
    check(
      `"A": { "Type": "Pass", "Parameters": { "x.$": "|$total|.n" }, "End": true }`,
      ["error data/unassigned-variable"],
      jsonPath,
    );
  });

  test("an argument that the integration needs", () => {
    check(
      `"T": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q" }, "End": true }`,
      ["error data/argument"],
      jsonPath,
    );
  });

  test("a kind that no rule takes", () => {
    const choice = (rest: string) =>
      `"C": { "Type": "Choice", "Choices": [ { "Variable": "$.kind", "StringEquals": "card", "Next": "A" }${rest} ] },
       "A": { "Type": "Succeed" }`;
    const types = { input: fields({ kind: oneOf("card", "cash"), flag: boolean }) };
    check(choice(""), ["warning data/no-choice-matches"], { ...jsonPath, types });
    check(choice(', { "Variable": "$.kind", "StringEquals": "cash", "Next": "A" }'), [], {
      ...jsonPath,
      types,
    });
  });
});
