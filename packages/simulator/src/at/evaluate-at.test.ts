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
      Arguments: { token: "{% $states.context.Task.Token %}" },
      Catch: [{ ErrorEquals: ["X"], Output: "{% $states.errorOutput.Error %}", Next: "B" }],
    };
    expect(at("Assign/a", task, { variables: { x: 1 }, result: { n: 2 } })).toEqual(value(3));
    expect(at("Assign/name", task)).toEqual(value("execution-0"));
    expect(at("Assign/name", task, { context: { Execution: { Name: "mine" } } })).toEqual(value("mine"));
    expect(at("Arguments/token", task)).toEqual(value("task-token"));
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
  });
});

test("where nothing is evaluated, it says what is", () => {
  const pass = { Type: "Pass", Output: "{% 1 %}" };
  expect(at("Outpt", pass)).toMatchObject({ status: "nothing", nearest: ["/States/A/Output"] });
  expect(at("Type", pass)).toMatchObject({ status: "nothing", nearest: ["/States/A/Output"] });
  expect(at("constructor", pass)).toMatchObject({ status: "nothing" });
});
