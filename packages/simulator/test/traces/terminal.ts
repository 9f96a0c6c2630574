import { fails, one, pass, paths, type Trace } from "./trace.ts";

export const terminal: readonly Trace[] = [
  {
    title: "Fail has no exit; what it names is the execution's error and cause",
    rules: ["R-ERR-20", "R-HIST-06"],
    states: { No: fails("E", "c") },
    events: `
      2<0 FailStateEntered No
      3<2 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "Fail without Error and Cause ends without both",
    rules: ["R-FAIL-01", "R-HIST-04"],
    states: { No: fails() },
    events: `
      2<0 FailStateEntered No
      3<2 ExecutionFailed`,
    ends: { status: "FAILED" },
  },
  {
    title: "Fail takes its error by a path and its cause from an intrinsic function",
    rules: ["R-FAIL-02", "R-JP-10"],
    top: paths,
    states: {
      No: { Type: "Fail", ErrorPath: "$.error", CausePath: "States.Format('{} of {}', $.n, $$.State.Name)" },
    },
    input: { error: "E", n: 3 },
    events: `
      2<0 FailStateEntered No
      3<2 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "3 of No" },
  },
  {
    title: "Fail whose path leads nowhere fails with States.Runtime",
    rules: ["R-FAIL-03", "R-ERR-12"],
    top: paths,
    states: { No: { Type: "Fail", ErrorPath: "$.error" } },
    input: { n: 3 },
    events: `
      2<0 FailStateEntered No
      3<2 ExecutionFailed error=States.Runtime`,
    ends: {
      status: "FAILED",
      error: "States.Runtime",
      cause:
        "An error occurred while executing the state 'No' (entered at the event id #2). The JSONPath '$.error' specified for the field 'ErrorPath' could not be found in the input '{\"n\":3}'",
    },
  },
  {
    title: "Fail whose path leads nowhere in an iteration ends the execution, not the iteration",
    rules: ["R-FAIL-03", "R-ERR-12", "R-ERR-11"],
    top: paths,
    states: {
      Each: {
        Type: "Map",
        ItemProcessor: one("No", { Type: "Fail", ErrorPath: "$.error" }),
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Mend" }],
        End: true,
      },
      Mend: pass,
    },
    input: [{}],
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=1
      4<3 MapIterationStarted Each[0]
      5<4 FailStateEntered No
      6<5 ExecutionFailed error=States.Runtime`,
    ends: {
      status: "FAILED",
      error: "States.Runtime",
      cause:
        "An error occurred while executing the state 'No' (entered at the event id #5). The JSONPath '$.error' specified for the field 'ErrorPath' could not be found in the input '{}'",
    },
  },
  {
    title: "Succeed ends the execution where other states could follow",
    rules: ["R-SUCC-01", "R-CHOICE-02"],
    top: paths,
    states: {
      Test: { Type: "Choice", Choices: [{ Variable: "$.n", IsPresent: true, Next: "Yes" }], Default: "P" },
      Yes: { Type: "Succeed", OutputPath: "$.n" },
      P: pass,
    },
    input: { n: 3 },
    events: `
      2<0 ChoiceStateEntered Test
      3<2 ChoiceStateExited Test
      4<3 SucceedStateEntered Yes
      5<4 SucceedStateExited Yes
      6<5 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 3 },
  },
  {
    title: "Succeed ends its iteration, and the others go on",
    rules: ["R-SUCC-01", "R-MAP-06"],
    states: {
      Each: {
        Type: "Map",
        Items: [1, 2],
        MaxConcurrency: 1,
        ItemProcessor: one("Yes", { Type: "Succeed", Output: "{% $states.input * 2 %}" }),
        End: true,
      },
    },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=2
      4<3 MapIterationStarted Each[0]
      5<4 SucceedStateEntered Yes
      6<5 SucceedStateExited Yes
      7<6 MapIterationSucceeded Each[0]
      8<6 MapIterationStarted Each[1]
      9<8 SucceedStateEntered Yes
      10<9 SucceedStateExited Yes
      11<10 MapIterationSucceeded Each[1]
      12<11 MapStateSucceeded
      13<11 MapStateExited Each
      14<13 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [2, 4] },
  },
];
