import { fails, lambda, one, pass, paths, type Trace } from "./trace.ts";

const called = `
  2<0 TaskStateEntered Call
  3<2 LambdaFunctionScheduled
  4<3 LambdaFunctionStarted`;
const caught = `${called}
  5<4 LambdaFunctionFailed error=E
  6<5 TaskStateExited Call
  7<6 PassStateEntered Mend
  8<7 PassStateExited Mend
  9<8 ExecutionSucceeded`;
const failing = { Call: { error: "E", cause: "c" } };
const at = (id: number, text: string, state = "Call"): string =>
  `An error occurred while executing the state '${state}' (entered at the event id #${id}). ${text}`;

export const catching: readonly Trace[] = [
  {
    title: "takes the first catcher that matches, not a later one",
    rules: ["R-CATCH-01", "R-ERR-11"],
    states: {
      Call: lambda({
        Catch: [
          { ErrorEquals: ["Other"], Next: "Wrong" },
          { ErrorEquals: ["E"], Output: "second", Next: "Mend" },
          { ErrorEquals: ["States.ALL"], Next: "Wrong" },
        ],
        Next: "Wrong",
      }),
      Mend: pass,
      Wrong: pass,
    },
    mocks: failing,
    events: caught,
    ends: { status: "SUCCEEDED", output: "second" },
  },
  {
    title: "by States.TaskFailed takes a custom error before States.ALL is asked",
    rules: ["R-ERR-14", "R-CATCH-01"],
    states: {
      Call: lambda({
        Catch: [
          { ErrorEquals: ["States.TaskFailed"], Output: 1, Next: "Mend" },
          { ErrorEquals: ["States.ALL"], Next: "Wrong" },
        ],
        Next: "Wrong",
      }),
      Mend: pass,
      Wrong: pass,
    },
    mocks: failing,
    events: caught,
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "is case-sensitive",
    rules: ["R-ERR-01", "R-ERR-20"],
    states: { Call: lambda({ Catch: [{ ErrorEquals: ["e"], Next: "Mend" }], Next: "Mend" }), Mend: pass },
    mocks: failing,
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      6<5 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "by States.ALL does not take States.Runtime",
    rules: ["R-ERR-11", "R-ERR-12", "R-PATH-05"],
    top: paths,
    states: {
      Call: lambda({
        OutputPath: "$.no",
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: pass,
    },
    mocks: { Call: { result: { a: 1 } } },
    events: `${called}
      5<4 LambdaFunctionSucceeded
      6<5 ExecutionFailed error=States.Runtime`,
    ends: {
      status: "FAILED",
      error: "States.Runtime",
      cause: at(2, "Invalid path '$.no' : No results for path: $['no']"),
    },
  },
  {
    title: "by its very name does not take States.Runtime",
    rules: ["R-ERR-12"],
    top: paths,
    states: {
      Call: lambda({
        InputPath: "$.no",
        Catch: [{ ErrorEquals: ["States.Runtime"], Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: pass,
    },
    events: `
      2<0 TaskStateEntered Call
      3<2 ExecutionFailed error=States.Runtime`,
    ends: {
      status: "FAILED",
      error: "States.Runtime",
      cause: at(2, "Invalid path '$.no' : No results for path: $['no']"),
    },
  },
  {
    title: "takes a result that is too large",
    rules: ["R-ERR-13", "R-TASK-07"],
    states: {
      Call: lambda({ Catch: [{ ErrorEquals: ["States.ALL"], Next: "Mend" }], Next: "Mend" }),
      Mend: { Type: "Pass", Output: "{% $states.input.Error %}", End: true },
    },
    mocks: { Call: { result: "x".repeat(262_144) } },
    events: `${called}
      5<4 LambdaFunctionFailed error=States.DataLimitExceeded
      6<5 TaskStateExited Call
      7<6 PassStateEntered Mend
      8<7 PassStateExited Mend
      9<8 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: "States.DataLimitExceeded" },
  },
  {
    title: "does not take an output of the state itself that is too large",
    rules: ["R-ERR-13", "R-ERR-25"],
    states: {
      Call: lambda({
        Output: ["{% $states.result %}", "{% $states.result %}"],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: pass,
    },
    mocks: { Call: { result: "x".repeat(140_000) } },
    events: `${called}
      5<4 LambdaFunctionSucceeded
      6<5 ExecutionFailed error=States.DataLimitExceeded`,
    ends: {
      status: "FAILED",
      error: "States.DataLimitExceeded",
      cause:
        "The state/task 'Call' returned a result with a size exceeding the maximum number of bytes service limit.",
    },
  },
  {
    title: "assigns the variables of the catcher, and none of the state's",
    rules: ["R-CATCH-04", "R-VAR-07", "R-VAR-16"],
    states: {
      Call: lambda({
        Assign: { got: "{% $states.result %}" },
        Output: "{% $states.result.no %}",
        Catch: [{ ErrorEquals: ["E"], Assign: { why: "{% $states.errorOutput.Error %}" }, Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: { Type: "Pass", Output: { why: "{% $why %}", got: "{% $exists($got) %}" }, End: true },
    },
    mocks: failing,
    events: caught,
    shows: { 6: { assignedVariables: { why: '"E"' } } },
    ends: { status: "SUCCEEDED", output: { why: "E", got: false } },
  },
  {
    title: "by a catcher without Assign assigns nothing",
    rules: ["R-VAR-07", "R-CATCH-04"],
    states: {
      Call: lambda({ Assign: { got: 1 }, Catch: [{ ErrorEquals: ["E"], Next: "Mend" }], Next: "Mend" }),
      Mend: { Type: "Pass", Output: "{% $exists($got) %}", End: true },
    },
    mocks: failing,
    events: caught,
    ends: { status: "SUCCEEDED", output: false },
  },
  {
    title: "places the error in the raw input by ResultPath; OutputPath does not apply",
    rules: ["R-CATCH-03", "R-RP-04", "R-JP-04"],
    top: paths,
    states: {
      Call: lambda({
        InputPath: "$.a",
        OutputPath: "$.none",
        Catch: [{ ErrorEquals: ["E"], ResultPath: "$.error", Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: pass,
    },
    input: { a: 1, b: 2 },
    mocks: failing,
    events: caught,
    ends: { status: "SUCCEEDED", output: { a: 1, b: 2, error: { Error: "E", Cause: "c" } } },
  },
  {
    title: "with ResultPath null goes on with the raw input",
    rules: ["R-CATCH-03", "R-JP-03"],
    top: paths,
    states: {
      Call: lambda({
        InputPath: "$.a",
        Catch: [{ ErrorEquals: ["E"], ResultPath: null, Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: pass,
    },
    input: { a: 1 },
    mocks: failing,
    events: caught,
    ends: { status: "SUCCEEDED", output: { a: 1 } },
  },
  {
    title: "is not tried a second time where the catcher itself fails",
    rules: ["R-JA-27", "R-HIST-11", "U-17"],
    states: {
      Call: lambda({
        Catch: [
          { ErrorEquals: ["E"], Output: "{% $states.errorOutput.no %}", Next: "Mend" },
          { ErrorEquals: ["States.ALL"], Next: "Mend" },
        ],
        Next: "Mend",
      }),
      Mend: pass,
    },
    mocks: failing,
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      6<0 EvaluationFailed error=States.QueryEvaluationError
      7<6 ExecutionFailed error=States.QueryEvaluationError`,
    shows: { 6: { location: "Catch[0]/Output" } },
    ends: {
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause: at(
        2,
        "The JSONata expression '$states.errorOutput.no' specified for the field 'Catch[0]/Output' returned nothing (undefined).",
      ),
    },
  },
  {
    title: "takes an expression of the state that fails, and exits from EvaluationFailed",
    rules: ["R-JA-23", "R-JA-26", "R-HIST-11"],
    states: {
      Call: lambda({
        Output: "{% $states.result.no %}",
        Catch: [{ ErrorEquals: ["States.QueryEvaluationError"], Output: 1, Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: pass,
    },
    mocks: { Call: { result: {} } },
    events: `${called}
      5<4 LambdaFunctionSucceeded
      6<0 EvaluationFailed error=States.QueryEvaluationError
      7<6 TaskStateExited Call
      8<7 PassStateEntered Mend
      9<8 PassStateExited Mend
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "around nested scopes takes what nothing inside of them does, by its name",
    rules: ["R-ERR-16", "R-HIST-06", "R-HIST-23", "R-HIST-31"],
    states: {
      Fan: {
        Type: "Parallel",
        Branches: [one("Rows", { Type: "Map", Items: [1], ItemProcessor: one("No", fails("Deep")) })],
        Catch: [{ ErrorEquals: ["Deep"], Next: "Mend" }],
        End: true,
      },
      Mend: pass,
    },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 MapStateEntered Rows
      5<4 MapStateStarted length=1
      6<5 MapIterationStarted Rows[0]
      7<6 FailStateEntered No
      8<7 MapIterationFailed Rows[0]
      9<7 MapStateFailed
      10<9 ParallelStateFailed
      11<10 ParallelStateExited Fan
      12<11 PassStateEntered Mend
      13<12 PassStateExited Mend
      14<13 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: { Error: "Deep" } },
  },
  {
    title: "does not take that a Choice matched nothing, not around it either",
    rules: ["R-CHOICE-03", "U-05", "R-ERR-16"],
    states: {
      Fan: {
        Type: "Parallel",
        Branches: [
          {
            StartAt: "Test",
            States: { Test: { Type: "Choice", Choices: [{ Condition: false, Next: "P" }] }, P: pass },
          },
        ],
        Catch: [{ ErrorEquals: ["States.ALL"], Output: "{% $states.errorOutput.Error %}", Next: "Mend" }],
        End: true,
      },
      Mend: pass,
    },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 ChoiceStateEntered Test
      5<4 ParallelStateFailed
      6<5 ExecutionFailed error=States.NoChoiceMatched`,
    ends: { status: "FAILED", error: "States.NoChoiceMatched" },
  },
  {
    title: "of a Fail that names nothing has an empty error output",
    rules: ["R-FAIL-01", "R-CATCH-02", "R-ERR-11"],
    states: {
      Fan: {
        Type: "Parallel",
        Branches: [one("No", fails())],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Mend" }],
        End: true,
      },
      Mend: pass,
    },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 FailStateEntered No
      5<4 ParallelStateFailed
      6<5 ParallelStateExited Fan
      7<6 PassStateEntered Mend
      8<7 PassStateExited Mend
      9<8 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: {} },
  },
];
