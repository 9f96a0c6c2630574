import { printShape } from "@statewright/json-types";
import { expect, test } from "vitest";
import { check } from "../../test/check.ts";
import { fields, listOf, number, text } from "../../test/schemas.ts";
import type { Facts } from "./facts.ts";

const input = fields({ id: text, items: listOf(fields({ price: number })) });

/** The facts as a person reads them. */
function read({ states, places }: Facts, state: string) {
  const { stages, ways } = states[`/States/${state}`] ?? { stages: {}, ways: [] };
  return {
    stages: Object.fromEntries(Object.entries(stages).map(([name, shape]) => [name, printShape(shape)])),
    ways: ways.map(({ pointer, target, given, output }) =>
      [pointer, target, given && printShape(given), printShape(output)].filter(Boolean).join(" → "),
    ),
    places: Object.fromEntries(
      Object.entries(places)
        .filter(([pointer]) => pointer.startsWith(`/States/${state}/`))
        .map(([pointer, { shape }]) => [pointer.slice(`/States/${state}/`.length), printShape(shape)]),
    ),
  };
}

test("a JSONPath task is known after each of its stages, in the order of the rules (R-JP-01)", () => {
  const facts = check(
    `"Call": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:price",
       "InputPath": "$.items[0]", "Parameters": { "cents.$": "$.price" },
       "ResultSelector": { "total.$": "$.sum" }, "ResultPath": "$.priced", "OutputPath": "$.priced.total",
       "Catch": [{ "ErrorEquals": ["Full"], "ResultPath": "$.error", "Next": "Stop" }], "Next": "Stop" },
     "Stop": { "Type": "Succeed" }`,
    ["warning data/undefined-result"],
    {
      language: "JSONPath",
      types: { input, states: { "/States/Call": { result: fields({ sum: number }) } } },
    },
  );
  expect(read(facts, "Call")).toEqual({
    stages: {
      afterInputPath: "{ price: number }",
      afterParameters: "{ cents: number }",
      afterResultSelector: "{ total: number }",
      afterResultPath: "{ id: string, items: { price: number }[], priced: { total: number } }",
    },
    ways: [
      "/States/Call → /States/Stop → number",
      '/States/Call/Catch/0 → /States/Stop → { Error: "Full", Cause: string } → { id: string, items: { price: number }[], error: { Error: "Full", Cause: string } }',
    ],
    places: {
      InputPath: "{ price: number }",
      "Parameters/cents.$": "number",
      Parameters: "{ cents: number }",
      "ResultSelector/total.$": "number",
      ResultSelector: "{ total: number }",
      OutputPath: "number",
    },
  });
});

test("a JSONata Map knows its items, what it selects of them, and what an expression there reads", () => {
  const facts = check(
    `"Each": { "Type": "Map", "Items": "{% $states.input.items %}",
       "ItemSelector": { "cents": "{% $states.context.Map.Item.Value.price * 100 %}" },
       "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } },
       "Assign": { "all": "{% $states.result %}" }, "Output": "{% $count($states.result) %}", "End": true }`,
    [],
    { types: { input } },
  );
  expect(read(facts, "Each")).toEqual({
    stages: { afterItemsPath: "{ price: number }[]", afterItemSelector: "{ cents: number }" },
    ways: ["/States/Each/ItemProcessor → /States/Each/ItemProcessor/States/One → { cents: number }"],
    places: {
      Items: "{ price: number }[]",
      "ItemSelector/cents": "number",
      ItemSelector: "{ cents: number }",
      Output: "number",
      "Assign/all": "{ cents: number }[]",
    },
  });
  const { sees } = facts.places["/States/Each/ItemSelector/cents"] ?? {};
  expect(printShape(sees?.states ?? { kind: "never" })).toContain("input: { id: string");
});

test("a rule of a Choice knows the input it can hold for, Default what is left", () => {
  const facts = check(
    `"Which": { "Type": "Choice", "Choices": [
       { "Condition": "{% $states.input.kind = 'a' %}", "Output": { "n": 1 }, "Next": "Stop" }], "Default": "Stop" },
     "Stop": { "Type": "Succeed" }`,
    [],
    { types: { input: fields({ kind: { enum: ["a", "b"] } }) } },
  );
  expect(read(facts, "Which")).toEqual({
    stages: {},
    ways: [
      '/States/Which/Choices/0 → /States/Stop → { kind: "a" } → { n: 1 }',
      '/States/Which → /States/Stop → { kind: "b" } → { kind: "b" }',
    ],
    places: {
      "Choices/0/Condition": "boolean",
      "Choices/0/Output/n": "1",
      "Choices/0/Output": "{ n: 1 }",
    },
  });
});

test("facts are plain data: they survive JSON", () => {
  const facts = check(`"Stop": { "Type": "Succeed", "Output": { "a": "{% $states.input.id %}" } }`, [], {
    types: { input },
  });
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  expect(Object.isFrozen(facts.places["/States/Stop/Output"])).toBe(true);
});

test("of an empty list nothing is selected and nothing runs: what the iterations read is no mistake", () => {
  const facts = check(
    `"None": { "Type": "Map", "Items": [], "ItemSelector": { "n": "{% $states.context.Map.Item.Value.n %}" },
       "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Succeed" } } }, "End": true }`,
    [],
  );
  expect(printShape(facts.output)).toBe("[]");
});
