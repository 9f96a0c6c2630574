import { lambda, one, pass, paths, scope, type Trace } from "./trace.ts";

const give = (name: string, value: unknown, more: object = { End: true }): Record<string, unknown> => ({
  Type: "Pass",
  Assign: { [name]: value },
  ...more,
});

export const variables: readonly Trace[] = [
  {
    title: "are all read before any is assigned: two can be swapped",
    rules: ["R-VAR-05", "R-VAR-16", "R-JA-15"],
    states: {
      Give: { Type: "Pass", Assign: { x: 1, y: 2 }, Next: "Swap" },
      Swap: { Type: "Pass", Assign: { x: "{% $y %}", y: "{% $x %}" }, Output: "{% $x %}", Next: "Show" },
      Show: { Type: "Succeed", Output: ["{% $states.input %}", "{% $x %}", "{% $y %}"] },
    },
    events: `
      2<0 PassStateEntered Give
      3<2 PassStateExited Give
      4<3 PassStateEntered Swap
      5<4 PassStateExited Swap
      6<5 SucceedStateEntered Show
      7<6 SucceedStateExited Show
      8<7 ExecutionSucceeded`,
    shows: { 5: { assignedVariables: { x: "2", y: "1" }, output: "1" } },
    ends: { status: "SUCCEEDED", output: [1, 2, 1] },
  },
  {
    title: "of branches are their own; those of the scope around them can be read",
    rules: ["R-VAR-09", "R-VAR-10"],
    states: {
      Give: give("x", 1, { Next: "Fan" }),
      Fan: {
        Type: "Parallel",
        Branches: [
          scope({
            A: give("b", "{% $x + 1 %}", { Next: "A2" }),
            A2: { Type: "Succeed", Output: "{% $b %}" },
          }),
          scope({ B: give("b", 9, { Next: "B2" }), B2: { Type: "Succeed", Output: "{% $b + $x %}" } }),
        ],
        Next: "After",
      },
      After: { Type: "Succeed", Output: ["{% $states.input %}", "{% $exists($b) %}"] },
    },
    events: `
      2<0 PassStateEntered Give
      3<2 PassStateExited Give
      4<3 ParallelStateEntered Fan
      5<4 ParallelStateStarted
      6<5 PassStateEntered A
      7<6 PassStateExited A
      8<5 PassStateEntered B
      9<8 PassStateExited B
      10<7 SucceedStateEntered A2
      11<10 SucceedStateExited A2
      12<9 SucceedStateEntered B2
      13<12 SucceedStateExited B2
      14<13 ParallelStateSucceeded
      15<13 ParallelStateExited Fan
      16<15 SucceedStateEntered After
      17<16 SucceedStateExited After
      18<17 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [[2, 10], false] },
  },
  {
    title: "of an iteration begin anew in the next one",
    rules: ["R-VAR-09", "R-VAR-10", "R-MAP-07"],
    states: {
      Each: {
        Type: "Map",
        Items: [1, 2],
        MaxConcurrency: 1,
        ItemProcessor: one("P", give("seen", 1, { Output: "{% $exists($seen) %}" })),
        End: true,
      },
    },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=2
      4<3 MapIterationStarted Each[0]
      5<4 PassStateEntered P
      6<5 PassStateExited P
      7<6 MapIterationSucceeded Each[0]
      8<6 MapIterationStarted Each[1]
      9<8 PassStateEntered P
      10<9 PassStateExited P
      11<10 MapIterationSucceeded Each[1]
      12<11 MapStateSucceeded
      13<11 MapStateExited Each
      14<13 ExecutionSucceeded`,
    shows: { 6: { assignedVariables: { seen: "1" } }, 10: { assignedVariables: { seen: "1" } } },
    ends: { status: "SUCCEEDED", output: [false, false] },
  },
  {
    title: "of a Map's own Assign are those of the scope it lives in",
    rules: ["R-VAR-12", "R-JA-10"],
    states: {
      Each: {
        Type: "Map",
        Items: [5],
        ItemProcessor: one("P", pass),
        Assign: { sum: "{% $sum($states.result) %}" },
        Next: "After",
      },
      After: { Type: "Succeed", Output: "{% $sum %}" },
    },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=1
      4<3 MapIterationStarted Each[0]
      5<4 PassStateEntered P
      6<5 PassStateExited P
      7<6 MapIterationSucceeded Each[0]
      8<7 MapStateSucceeded
      9<7 MapStateExited Each
      10<9 SucceedStateEntered After
      11<10 SucceedStateExited After
      12<11 ExecutionSucceeded`,
    shows: { 9: { assignedVariables: { sum: "5" } } },
    ends: { status: "SUCCEEDED", output: 5 },
  },
  {
    title: "of a Choice are those of the rule that holds: one without Assign assigns nothing",
    rules: ["R-VAR-07", "R-CHOICE-02", "R-CHOICE-04"],
    states: {
      Test: {
        Type: "Choice",
        Choices: [
          { Condition: false, Assign: { x: 1 }, Next: "After" },
          { Condition: true, Next: "After" },
        ],
        Assign: { x: 2 },
        Default: "After",
      },
      After: { Type: "Succeed", Output: "{% $exists($x) %}" },
    },
    events: `
      2<0 ChoiceStateEntered Test
      3<2 ChoiceStateExited Test
      4<3 SucceedStateEntered After
      5<4 SucceedStateExited After
      6<5 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: false },
  },
  {
    title: "of a Choice are the state's where no rule holds",
    rules: ["R-VAR-07", "R-CHOICE-04", "R-CHOICE-22"],
    top: paths,
    states: {
      Test: {
        Type: "Choice",
        Choices: [{ Variable: "$.n", NumericGreaterThan: 5, Assign: { x: 1 }, Next: "After" }],
        Assign: { "x.$": "$.n" },
        Default: "After",
      },
      After: { Type: "Succeed", OutputPath: "$x" },
    },
    input: { n: 3 },
    events: `
      2<0 ChoiceStateEntered Test
      3<2 ChoiceStateExited Test
      4<3 SucceedStateEntered After
      5<4 SucceedStateExited After
      6<5 ExecutionSucceeded`,
    shows: { 3: { assignedVariables: { x: "3" } } },
    ends: { status: "SUCCEEDED", output: 3 },
  },
  {
    title: "have in OutputPath the value from before the state",
    rules: ["R-JP-15", "R-VAR-05", "R-JP-12"],
    top: paths,
    states: {
      Give: give("x", 42, { Next: "Take" }),
      Take: { Type: "Pass", Assign: { x: "new" }, OutputPath: "$x", Next: "After" },
      After: { Type: "Pass", Parameters: { "before.$": "$", "after.$": "$x" }, End: true },
    },
    events: `
      2<0 PassStateEntered Give
      3<2 PassStateExited Give
      4<3 PassStateEntered Take
      5<4 PassStateExited Take
      6<5 PassStateEntered After
      7<6 PassStateExited After
      8<7 ExecutionSucceeded`,
    shows: { 5: { output: "42", assignedVariables: { x: '"new"' } } },
    ends: { status: "SUCCEEDED", output: { before: 42, after: "new" } },
  },
  {
    title: "are assigned once a task has succeeded, not at its retries",
    rules: ["R-VAR-08", "R-VAR-07"],
    states: {
      Call: lambda({
        Assign: { n: "{% $states.context.State.RetryCount %}" },
        Retry: [{ ErrorEquals: ["E"] }],
        Next: "After",
      }),
      After: { Type: "Succeed", Output: "{% $n %}" },
    },
    mocks: { Call: [{ error: "E" }, { result: 1 }] },
    events: `
      2<0 TaskStateEntered Call
      3<2 LambdaFunctionScheduled
      4<3 LambdaFunctionStarted
      5<4 LambdaFunctionFailed error=E
      @1
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionSucceeded
      9<8 TaskStateExited Call
      10<9 SucceedStateEntered After
      11<10 SucceedStateExited After
      12<11 ExecutionSucceeded`,
    shows: { 9: { assignedVariables: { n: "1" } } },
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "without a value fail an expression of JSONata",
    rules: ["R-VAR-13", "R-JA-16", "R-HIST-11"],
    states: { P: { Type: "Pass", Output: "{% $none %}", End: true } },
    events: `
      2<0 PassStateEntered P
      3<0 EvaluationFailed error=States.QueryEvaluationError
      4<3 ExecutionFailed error=States.QueryEvaluationError`,
    ends: {
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause:
        "An error occurred while executing the state 'P' (entered at the event id #2). The JSONata expression '$none' specified for the field 'Output' returned nothing (undefined).",
    },
  },
  {
    title: "see of a JSONPath task the raw result",
    rules: ["R-VAR-18", "R-JP-14", "U-08"],
    top: paths,
    states: {
      Call: lambda({
        Assign: { "whole.$": "$" },
        ResultSelector: { "a.$": "$.a" },
        ResultPath: "$.got",
        Next: "After",
      }),
      After: { Type: "Pass", Parameters: { "whole.$": "$whole", "got.$": "$.got" }, End: true },
    },
    mocks: { Call: { result: { a: 1, b: 2 } } },
    events: `
      2<0 TaskStateEntered Call
      3<2 LambdaFunctionScheduled
      4<3 LambdaFunctionStarted
      5<4 LambdaFunctionSucceeded
      6<5 TaskStateExited Call
      7<6 PassStateEntered After
      8<7 PassStateExited After
      9<8 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: { whole: { a: 1, b: 2 }, got: { a: 1 } } },
  },
];
