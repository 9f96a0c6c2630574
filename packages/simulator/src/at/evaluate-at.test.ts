import { parseMachine } from "@statewright/asl";
import { describe, expect, test } from "vitest";
import { evaluateAt } from "./evaluate-at.ts";
import type { EvaluationData } from "./evaluation.ts";

/** Evaluates a field of a machine of one state. */
function at(path: string, state: object, data: EvaluationData = {}, language = "JSONata") {
  const states = { A: { ...state, End: true }, B: { Type: "Succeed" } };
  const { machine } = parseMachine(JSON.stringify({ QueryLanguage: language, StartAt: "A", States: states }));
  if (machine === undefined) throw new Error("no machine");
  return evaluateAt(machine, `/States/A/${path}`, data);
}
const value = (of: unknown) => ({ status: "value", value: of });
const jsonpath = (path: string, state: object, data: EvaluationData = {}) =>
  at(path, state, data, "JSONPath");

describe("JSONata", () => {
  const pass = { Type: "Pass", Output: { total: "{% $sum($states.input.prices) %}", text: "as it is" } };

  test("an expression, and a whole template with what is constant in it (R-JA-13)", () => {
    expect(at("Output/total", pass, { input: { prices: [1, 2] } })).toEqual(value(3));
    expect(at("Output", pass, { input: { prices: [] } })).toEqual(value({ total: 0, text: "as it is" }));
    expect(at("Output/text", pass)).toEqual(value("as it is"));
  });

  test("sees variables, the result, the Error Output and the context object", () => {
    const task = {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Assign: { a: "{% $x + $states.result.n %}", name: "{% $states.context.Execution.Name %}" },
      Catch: [{ ErrorEquals: ["X"], Output: "{% $states.errorOutput.Error %}", Next: "B" }],
    };
    expect(at("Assign/a", task, { variables: { x: 1 }, result: { n: 2 } })).toEqual(value(3));
    expect(at("Assign/name", task)).toEqual(value("execution-0"));
    expect(at("Assign/name", task, { context: { Execution: { Name: "mine" } } })).toEqual(value("mine"));
    expect(at("Catch/0/Output", task, { errorOutput: { Error: "X" } })).toEqual(value("X"));
  });

  test("fails in AWS's words, at the characters that failed (R-JA-16, R-JA-24)", () => {
    expect(at("Output/total", { Type: "Pass", Output: { total: "{%  $states.input.no %}" } })).toEqual({
      status: "failed",
      error: "States.QueryEvaluationError",
      cause:
        "The JSONata expression '$states.input.no' specified for the field 'Output/total' returned nothing (undefined).",
      pointer: "/States/A/Output/total",
      within: { start: 4, end: 20 },
    });
    expect(at("Output", { Type: "Pass", Output: { a: [1, "{% 'x' - 1 %}"] } })).toMatchObject({
      status: "failed",
      pointer: "/States/A/Output/a/1",
      cause: expect.stringContaining("threw an error during evaluation. T2001:"),
    });
    expect(at("Seconds", { Type: "Wait", Seconds: "{% 'x' %}" })).toMatchObject({
      cause: `The JSONata expression ''x'' specified for the field 'Seconds' returned an unexpected result type. Expected 'number', but was 'string' for value: "x"`,
    });
  });

  test("the token is there only where a task that waits for it is called", () => {
    const resource = "arn:aws:states:::lambda:invoke";
    const token = { t: "{% $states.context.Task.Token %}" };
    const waiting = {
      Type: "Task",
      Resource: `${resource}.waitForTaskToken`,
      Arguments: token,
      Assign: token,
    };
    expect(at("Arguments/t", waiting)).toMatchObject({ status: "value", value: expect.any(String) });
    expect(at("Assign/t", waiting)).toMatchObject({ status: "failed" });
    expect(at("Arguments/t", { ...waiting, Resource: resource })).toMatchObject({ status: "failed" });
  });

  test("ItemSelector sees the first item, with its key where an object is iterated (R-MAP-02, R-MAP-03)", () => {
    const map = {
      Type: "Map",
      Items: "{% $states.input.list %}",
      ItemSelector: { item: "{% $states.context.Map.Item %}" },
      ItemProcessor: { StartAt: "I", States: { I: { Type: "Succeed" } } },
    };
    expect(at("ItemSelector", map, { input: { list: ["a", "b"] } })).toEqual(
      value({ item: { Index: 0, Value: "a" } }),
    );
    expect(at("ItemSelector/item", map, { input: { list: { k: 1 } } })).toEqual(
      value({ Index: 0, Value: 1, Key: "k" }),
    );
    expect(at("ItemSelector", map, { input: { list: [] } })).toMatchObject({ status: "failed" });
  });

  test.each([
    ["Seconds", "Wait", "{% -1 %}", "The Seconds field references a negative value: -1"],
    ["Timestamp", "Wait", "{% 'soon' %}", "The Timestamp field cannot be parsed as an ISO-8601"],
    ["TimeoutSeconds", "Task", "{% 0.5 %}", "Expected 'positive integer', but was 'number' for value: 0.5"],
    ["MaxConcurrency", "Map", "{% '3x' %}", "Expected 'number', but was 'string' for value: \"3x\""],
    ["ToleratedFailurePercentage", "Map", "{% 101 %}", "must be between 0 and 100."],
    ["Items", "Map", "{% 3 %}", "Expected 'array', but was 'number' for value: 3"],
    ["Error", "Fail", "{% 3 %}", "Expected 'string', but was 'number' for value: 3"],
    ["Arguments", "Task", "{% 3 %}", "Expected 'object', but was 'number' for value: 3"],
  ])("a whole %s must be what a %s takes", (field, Type, expression, cause) => {
    const processor = { StartAt: "I", States: { I: { Type: "Succeed" } } };
    const state = { Type, Resource: "arn:aws:states:::lambda:invoke", ItemProcessor: processor };
    const evaluation = at(field, { ...state, [field]: expression });
    expect(evaluation).toMatchObject({ status: "failed", cause: expect.stringContaining(cause) });
    // A part of a template may be anything, also under that name.
    const inside = at(`Output/${field}`, { Type: "Pass", Output: { [field]: expression } });
    expect(inside).toMatchObject({ status: "value" });
  });

  test("the place of a failure is exact, whatever the keys are called", () => {
    const Output = { "a/b": { "0": ["x", "{% 1 %}"], "c[1]": "{% $no %}" } };
    expect(at("Output", { Type: "Pass", Output })).toMatchObject({
      cause: expect.stringContaining("'Output/a/b/c[1]'"),
      pointer: "/States/A/Output/a~1b/c[1]",
      within: { start: 3, end: 6 },
    });
    expect(at("Output/a~1b/0/1", { Type: "Pass", Output })).toEqual(value(1));
    expect(at("Output/a~1b/0", { Type: "Pass", Output })).toEqual(value(["x", 1]));
  });

  test("text that is no expression is what AWS would not create (R-JA-04)", () => {
    expect(at("Output", { Type: "Pass", Output: { a: "{% 1 + %}" } })).toMatchObject({
      status: "failed",
      error: "InvalidDefinition",
      pointer: "/States/A/Output/a",
      within: { start: 6, end: 6 },
    });
  });

  test("names of inherited properties are names like any other", () => {
    const variables = JSON.parse('{ "__proto__": 1, "constructor": 2 }');
    const Output = { p: "{% $constructor %}", q: "{% $exists($toString) %}" };
    expect(at("Output", { Type: "Pass", Output }, { variables })).toEqual(value({ p: 2, q: false }));
    expect(at("Output/toString", { Type: "Pass", Output })).toMatchObject({ status: "nothing" });
  });

  test("a rule of a Choice is true or false (R-CHOICE-05)", () => {
    const choice = { Type: "Choice", Choices: [{ Condition: "{% $states.input > 1 %}", Next: "B" }] };
    expect(at("Choices/0", choice, { input: 2 })).toEqual(value(true));
    expect(at("Choices/0/Condition", choice, { input: 0 })).toEqual(value(false));
    expect(at("Choices/0", choice, { input: {} })).toMatchObject({ status: "failed" });
  });
});

describe("JSONPath", () => {
  const pass = {
    Type: "Pass",
    InputPath: "$.order",
    Parameters: { "id.$": "$.id", "text.$": "States.Format('{}!', $.id)", fix: 1 },
  };
  const input = { order: { id: 7 } };

  test("a member, a whole template, a path; `$` is the input after InputPath (R-JP-05)", () => {
    expect(jsonpath("Parameters/id.$", pass, { input })).toEqual(value(7));
    expect(jsonpath("Parameters/text.$", pass, { input })).toEqual(value("7!"));
    expect(jsonpath("Parameters", pass, { input })).toEqual(value({ id: 7, text: "7!", fix: 1 }));
    expect(jsonpath("InputPath", pass, { input })).toEqual(value({ id: 7 }));
  });

  test("`$` of ResultSelector and of Assign is the result (R-JP-05, R-JP-14)", () => {
    const task = {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      ResultSelector: { "n.$": "$.Payload.n" },
      Assign: { "v.$": "$.Payload", "w.$": "$x" },
    };
    const data = { result: { Payload: { n: 1 } }, variables: { x: 2 } };
    expect(jsonpath("ResultSelector", task, data)).toEqual(value({ n: 1 }));
    expect(jsonpath("Assign", task, data)).toEqual(value({ v: { n: 1 }, w: 2 }));
  });

  test("without a result there is none: `$` is {}, not the input", () => {
    const task = {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      ResultSelector: { "n.$": "$.n" },
    };
    expect(jsonpath("ResultSelector", task, { input: { n: 1 } })).toMatchObject({
      cause: expect.stringContaining("could not be found in the input '{}'"),
    });
  });

  test("`$` of Assign of a Pass is its result: Result, else InputPath and Parameters (R-JP-14)", () => {
    const Assign = { "v.$": "$.id" };
    expect(jsonpath("Assign", { ...pass, Assign }, { input })).toEqual(value({ v: 7 }));
    expect(jsonpath("Assign", { Type: "Pass", Result: { id: 8 }, Assign }, { input })).toEqual(
      value({ v: 8 }),
    );
    const broken = { Type: "Pass", Parameters: { "id.$": "$.no" }, Assign };
    expect(jsonpath("Assign", broken, { input })).toMatchObject({ pointer: "/States/A/Parameters/id.$" });
  });

  test("`$` of OutputPath is what ResultSelector and ResultPath leave (R-JP-01, R-JP-04)", () => {
    const task = {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      InputPath: "$.order",
      ResultSelector: { "n.$": "$.Payload.n" },
      ResultPath: "$.result",
      OutputPath: "$.result.n",
    };
    const data = { input, result: { Payload: { n: 1 } } };
    expect(jsonpath("OutputPath", task, data)).toEqual(value(1));
    expect(jsonpath("OutputPath", { ...task, OutputPath: "$" }, data)).toEqual(
      value({ order: { id: 7 }, result: { n: 1 } }),
    );
    const succeed = { Type: "Succeed", InputPath: "$.order", OutputPath: "$.id" };
    expect(jsonpath("OutputPath", succeed, { input })).toEqual(value(7));
    expect(jsonpath("OutputPath", { Type: "Succeed", OutputPath: null }, { input })).toEqual(value({}));
  });

  test.each([
    ["SecondsPath", "Wait", `The SecondsPath parameter cannot be parsed as a long value: $.x == "soon"`],
    ["TimestampPath", "Wait", "The TimestampPath parameter does not reference a valid ISO-8601"],
    ["ItemsPath", "Map", `Reference path "$.x" must point to array.`],
    [
      "MaxConcurrencyPath",
      "Map",
      `The MaxConcurrencyPath field refers to value "soon" which is not a valid integer: $.x`,
    ],
  ])("%s must lead to what a %s takes", (field, Type, cause) => {
    const state = {
      Type,
      ItemProcessor: { StartAt: "I", States: { I: { Type: "Succeed" } } },
      [field]: "$.x",
    };
    expect(jsonpath(field, state, { input: { x: "soon" } })).toMatchObject({
      status: "failed",
      error: "States.Runtime",
      cause: expect.stringContaining(cause),
    });
    const good = {
      SecondsPath: 1,
      TimestampPath: "2026-01-01T00:00:00Z",
      ItemsPath: [1],
      MaxConcurrencyPath: 2,
    };
    const x = good[field as keyof typeof good];
    expect(jsonpath(field, state, { input: { x } })).toEqual(value(x));
  });

  test("of a template the member that failed is named, of a call the argument (R-JP-06, R-INTR-05)", () => {
    const Parameters = { fine: 1, list: [{ "a.$": "$" }, { "b.$": "States.Format('{}', $.no)" }] };
    expect(jsonpath("Parameters", { Type: "Pass", Parameters }, {})).toMatchObject({
      pointer: "/States/A/Parameters/list/1/b.$",
      within: { start: 20, end: 24 },
    });
    expect(jsonpath("Parameters", { ...pass, InputPath: "$.no" }, {})).toMatchObject({
      pointer: "/States/A/InputPath",
    });
    expect(jsonpath("CausePath", { Type: "Fail", CausePath: "States.JsonToString($.no)" })).toMatchObject({
      pointer: "/States/A/CausePath",
      within: { start: 20, end: 24 },
    });
  });

  test("a path or a call that is none is what AWS would not create (R-JP-07)", () => {
    const Parameters = { a: { "b.$": "$.x[" } };
    expect(jsonpath("Parameters", { Type: "Pass", Parameters })).toMatchObject({
      error: "InvalidDefinition",
      pointer: "/States/A/Parameters/a/b.$",
    });
    expect(jsonpath("SecondsPath", { Type: "Wait", SecondsPath: "x" })).toMatchObject({
      error: "InvalidDefinition",
      pointer: "/States/A/SecondsPath",
    });
    expect(jsonpath("SecondsPath", { Type: "Wait", SecondsPath: "$${Path}" })).toMatchObject({
      status: "refused",
    });
  });

  test("what stands in Result is data, not a template (R-PASS-02)", () => {
    const state = { Type: "Pass", Result: { Parameters: { "x.$": "$.x" } } };
    expect(jsonpath("Result/Parameters", state)).toMatchObject({ status: "nothing" });
  });

  test("fails in AWS's words (R-JP failures)", () => {
    expect(jsonpath("Parameters/id.$", pass, { input: { order: {} } })).toMatchObject({
      status: "failed",
      error: "States.Runtime",
      cause: "The JSONPath '$.id' specified for the field 'id.$' could not be found in the input '{}'",
    });
    expect(jsonpath("InputPath", pass, { input: {} })).toMatchObject({
      cause: "Invalid path '$.order' : No results for path: $['order']",
    });
  });

  test("a rule, and a test inside of one (R-CHOICE-10)", () => {
    const choice = {
      Type: "Choice",
      Choices: [
        {
          And: [{ Variable: "$.a", IsPresent: true }, { Not: { Variable: "$.a", NumericEquals: 1 } }],
          Next: "B",
        },
      ],
    };
    expect(jsonpath("Choices/0", choice, { input: { a: 2 } })).toEqual(value(true));
    expect(jsonpath("Choices/0/And/1", choice, { input: { a: 1 } })).toEqual(value(false));
    expect(jsonpath("Choices/0/And/0/Variable", choice, { input: { a: 1 } })).toEqual(value(1));
    expect(jsonpath("Choices/0/And", choice)).toMatchObject({ nearest: ["/States/A/Choices/0"] });
  });
});

test("of a rule that fails, the path that leads nowhere is named (R-CHOICE-13)", () => {
  const no = { Variable: "$.no", IsNull: true };
  const never = { And: [{ Variable: "$.a", IsPresent: false }, no] };
  const And = [{ Or: [never, { Not: { Variable: "$.a", NumericEqualsPath: "$.no" } }] }, no];
  const choice = { Type: "Choice", Choices: [{ And, Next: "B" }] };
  expect(jsonpath("Choices/0", choice, { input: { a: 1 } })).toMatchObject({
    status: "failed",
    error: "States.Runtime",
    pointer: "/States/A/Choices/0/And/0/Or/1/Not/NumericEqualsPath",
  });
});

test("where nothing is evaluated, it says what is", () => {
  const pass = { Type: "Pass", Output: "{% 1 %}" };
  expect(at("Outpt", pass)).toMatchObject({ status: "nothing", nearest: ["/States/A/Output"] });
  expect(at("Type", pass)).toMatchObject({ status: "nothing", nearest: ["/States/A/Output"] });
  expect(at("constructor", pass)).toMatchObject({ status: "nothing" });
  const choice = { Type: "Choice", Choices: [{ Condition: "{% true %}", Next: "B" }] };
  expect(at("Choices/7/Conditon", choice)).toMatchObject({ nearest: ["/States/A/Choices/0/Condition"] });
  const states = { Sum: { Type: "Pass", Parameters: {} } };
  const { machine } = parseMachine(JSON.stringify({ StartAt: "Sum", States: states }));
  if (machine === undefined) throw new Error("no machine");
  for (const pointer of [
    "",
    "/StartAt",
    "/States",
    "/States/Sum",
    "/Stats/Sun",
    "/States/Sum/Parametres/a",
  ]) {
    expect(evaluateAt(machine, pointer)).toMatchObject({ nearest: ["/States/Sum/Parameters"] });
  }
});

test("no place and no data is a crash, and the same data give the same answer", () => {
  const inner = {
    StartAt: "I",
    States: { I: { Type: "Fail", QueryLanguage: "JSONPath", ErrorPath: "$.e" } },
  };
  const states = {
    Pick: { Type: "Choice", Choices: [{ Condition: "{% $random() > 2 %}", Next: "A" }] },
    A: { Type: "Wait", Seconds: "{% $round($random() * 100) %}", Next: "M" },
    M: {
      Type: "Map",
      QueryLanguage: "JSONPath",
      ItemsPath: "$.list",
      ItemSelector: { "id.$": "States.UUID()" },
      Iterator: inner,
      End: true,
    },
  };
  const text = JSON.stringify({ QueryLanguage: "JSONata", StartAt: "Pick", States: states });
  const { machine } = parseMachine(text);
  if (machine === undefined) throw new Error("no machine");
  const deep = JSON.parse(`${"[".repeat(3000)}${"]".repeat(3000)}`);
  const statuses = new Set<string>();
  for (const pointer of pointersOf(states, "/States")) {
    for (const input of [null, "x", [], { list: [1], e: "E" }, deep, { list: deep, e: deep }]) {
      for (const data of [{ input }, { input, result: deep, context: null, start: "never", seed: -1 }]) {
        const evaluation = evaluateAt(machine, pointer, data);
        statuses.add(evaluation.status);
        expect(evaluateAt(machine, pointer, data)).toEqual(evaluation);
      }
    }
  }
  expect([...statuses].sort()).toEqual(["failed", "nothing", "refused", "value"]);
});

function pointersOf(value: unknown, pointer: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, part]) => pointersOf(part, `${pointer}/${key}`))];
}
