import { describe, expect, test } from "vitest";
import { testState } from "./test-state.ts";
import type { TestStateRequest } from "./test-state-request.ts";

const invoke = "arn:aws:states:::lambda:invoke";
const task = (more: object = {}) => ({ Type: "Task", Resource: invoke, End: true, ...more });
const exceptionOf = (request: TestStateRequest) => {
  const response = testState(request);
  return response.status === "EXCEPTION" ? response.exception.message : response.status;
};

describe("one state tested alone", () => {
  test("a Pass of JSONPath from stage to stage (R-TEST-02)", () => {
    const definition = {
      Type: "Pass",
      InputPath: "$.order",
      Parameters: { "id.$": "$.id" },
      ResultPath: "$.found",
      Next: "More",
    };
    const input = { order: { id: 7 } };
    expect(testState({ definition, input, inspectionLevel: "DEBUG" })).toEqual({
      status: "SUCCEEDED",
      output: { order: { id: 7 }, found: { id: 7 } },
      nextState: "More",
      inspectionData: {
        input,
        afterInputPath: { id: 7 },
        afterParameters: { id: 7 },
        afterResultSelector: { id: 7 },
        afterResultPath: { order: { id: 7 }, found: { id: 7 } },
      },
    });
    expect(testState({ definition, input })).not.toHaveProperty("inspectionData");
  });

  test("variables are seen, and shown (R-TEST-02)", () => {
    const definition = { Type: "Pass", QueryLanguage: "JSONata", Output: "{% $n + 1 %}", End: true };
    const request = { definition, variables: { n: 2 }, inspectionLevel: "TRACE" } as const;
    expect(testState(request)).toEqual({
      status: "SUCCEEDED",
      output: 3,
      inspectionData: { input: {}, variables: { n: 2 } },
    });
  });

  test("a rule of a Choice says where it goes on; without one it fails", () => {
    const definition = { Type: "Choice", Choices: [{ Variable: "$.n", NumericGreaterThan: 5, Next: "Big" }] };
    expect(testState({ definition, input: { n: 6 } })).toMatchObject({
      status: "SUCCEEDED",
      nextState: "Big",
    });
    expect(testState({ definition, input: { n: 5 } })).toEqual({
      status: "FAILED",
      error: "States.NoChoiceMatched",
    });
  });

  test("what an expression fails of has AWS's words, without the state's name (recorded)", () => {
    const path = {
      Type: "Map",
      ItemsPath: "$.no",
      ItemProcessor: { StartAt: "A", States: { A: { Type: "Succeed" } } },
      End: true,
    };
    expect(testState({ definition: path, input: { no: {} }, mock: { result: "[]" } })).toMatchObject({
      status: "FAILED",
      error: "States.Runtime",
      cause: 'Reference path "$.no" must point to array.',
    });
    const query = { Type: "Pass", QueryLanguage: "JSONata", Output: "{% $no %}", End: true };
    expect(testState({ definition: query })).toMatchObject({
      status: "FAILED",
      error: "States.QueryEvaluationError",
    });
  });
});

describe("a mocked error", () => {
  const retry = [
    { ErrorEquals: ["Busy"], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 5, MaxDelaySeconds: 10 },
  ];
  const caught = [{ ErrorEquals: ["Busy"], ResultPath: "$.why", Next: "Sorry" }];
  const ask = (used: number, more: object = {}) =>
    testState({
      definition: task({ Retry: retry, ...more }),
      input: { a: 1 },
      mock: { errorOutput: { error: "Busy", cause: "try later" } },
      stateConfiguration: { retrierRetryCount: used },
      inspectionLevel: "DEBUG",
    });

  test("is retried while its retrier has attempts, with the delay that comes next (R-TEST-04)", () => {
    for (const [used, seconds] of [
      [0, 1],
      [2, 4],
      [4, 10],
    ] as const) {
      expect(ask(used)).toMatchObject({
        status: "RETRIABLE",
        error: "Busy",
        cause: "try later",
        inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: seconds } },
      });
    }
  });

  test("then it is caught, or fails the state (R-TEST-03)", () => {
    expect(ask(5, { Catch: caught })).toMatchObject({
      status: "CAUGHT_ERROR",
      output: { a: 1, why: { Error: "Busy", Cause: "try later" } },
      nextState: "Sorry",
      inspectionData: { errorDetails: { catchIndex: 0 } },
    });
    const failed = ask(5);
    expect(failed).toMatchObject({ status: "FAILED", inspectionData: { errorDetails: { retryIndex: 0 } } });
    expect(failed).not.toHaveProperty("output");
  });
});

describe("a Map", () => {
  const map = (more: object = {}) => ({
    Type: "Map",
    QueryLanguage: "JSONata",
    ItemProcessor: {
      ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
      StartAt: "A",
      States: { A: { Type: "Succeed" } },
    },
    Items: "{% $states.input %}",
    End: true,
    ...more,
  });
  const failures = (count: number, more: object = {}) =>
    testState({
      definition: map(more),
      input: [1, 2, 3, 4],
      mock: { result: [1, 1, 1, 1] },
      stateConfiguration: { mapIterationFailureCount: count },
    });

  test("tolerates as many failures as it says, over the threshold it fails (R-TEST-12, R-DMAP-09)", () => {
    expect(failures(1, { ToleratedFailureCount: 1 })).toMatchObject({ status: "SUCCEEDED" });
    expect(failures(2, { ToleratedFailureCount: 1 })).toEqual({
      status: "FAILED",
      error: "States.ExceedToleratedFailureThreshold",
      cause: "The specified tolerated failure threshold was exceeded",
    });
    expect(failures(2, { ToleratedFailurePercentage: 50 })).toMatchObject({ status: "SUCCEEDED" });
    expect(failures(3, { ToleratedFailurePercentage: 50 })).toMatchObject({ status: "FAILED" });
    expect(failures(1)).toMatchObject({ status: "FAILED" });
  });

  test("its reader is given what it reads (R-TEST-13)", () => {
    const reader = {
      Items: undefined,
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSON" },
        Arguments: { Bucket: "b", Key: "k" },
      },
      ItemSelector: { v: "{% $states.context.Map.Item.Value %}" },
    };
    const definition = JSON.parse(JSON.stringify(map(reader)));
    const response = testState({
      definition,
      mock: { result: "[1, 2]" },
      stateConfiguration: { mapItemReaderData: "[7, 8]" },
      inspectionLevel: "TRACE",
    });
    expect(response).toMatchObject({ inspectionData: { afterItemSelector: [{ v: 7 }, { v: 8 }] } });
  });
});

describe("a Map that exports its results", () => {
  const exporting = (result: string): TestStateRequest => ({
    definition: {
      Type: "Map",
      QueryLanguage: "JSONata",
      Items: [1],
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "A",
        States: { A: { Type: "Succeed" } },
      },
      ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Arguments: { Bucket: "b" } },
      End: true,
    },
    mock: { result },
  });

  test("is mocked with the object that says where they are (R-DMAP-12)", () => {
    const result = '{"MapRunArn":"a","ResultWriterDetails":{"Bucket":"b","Key":"k"}}';
    expect(testState(exporting(result))).toMatchObject({ status: "SUCCEEDED", output: JSON.parse(result) });
    expect(testState(exporting("[1]"))).toMatchObject({
      exception: { message: "Mocked result must be a JSON object." },
    });
  });
});

describe("what the service does not take (recorded)", () => {
  const parallel = {
    Type: "Parallel",
    Branches: [
      { StartAt: "A", States: { A: { Type: "Succeed" } } },
      { StartAt: "B", States: { B: { Type: "Succeed" } } },
    ],
    End: true,
  };

  test.each<[string, TestStateRequest]>([
    [
      "State type 'Pass' is not supported when a mock is specified",
      { definition: { Type: "Pass", End: true }, mock: { result: "1" } },
    ],
    [
      "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]",
      { definition: parallel },
    ],
    [
      "A test mock should have only one of the following fields: [result, errorOutput].",
      { definition: task(), mock: { result: "1", errorOutput: {} } },
    ],
    [
      "TestState does not support RevealSecrets when a mock is specified.",
      { definition: task(), mock: { result: "1" }, revealSecrets: true },
    ],
    ["Mocked result must be valid JSON", { definition: task(), mock: { result: "{" } }],
    ["Mocked result must be an array.", { definition: parallel, mock: { result: "{}" } }],
    [
      "Mocked result must contain the same number of items as number of Parallel branches.",
      { definition: parallel, mock: { result: "[1]" } },
    ],
    [
      "TestState does not support MapIterationFailureCount when a mock is not specified.",
      { definition: task(), stateConfiguration: { mapIterationFailureCount: 0 } },
    ],
    [
      "Invalid Context object provided: Field 'Pokedex' is not allowed",
      { definition: task(), mock: { result: "1" }, context: { Pokedex: {} } },
    ],
    [
      "Invalid Context object provided: Execution.Id must be a string",
      { definition: task(), mock: { result: "1" }, context: { Execution: { Id: 1 } } },
    ],
    [
      "Invalid Context object provided: 'Map' field is not supported when mocking a Context object",
      { definition: task(), mock: { result: "1" }, context: { Map: {} } },
    ],
    [
      "State not found in definition",
      { definition: { StartAt: "A", States: { A: { Type: "Succeed" } } }, stateName: "B" },
    ],
  ])("%s", (message, request) => {
    expect(exceptionOf(request)).toBe(message);
  });

  test("a task that nobody answers is refused: no service is called here", () => {
    expect(testState({ definition: task() })).toMatchObject({
      status: "REFUSED",
      diagnostics: [{ code: "simulate/no-mock" }],
    });
  });
});
