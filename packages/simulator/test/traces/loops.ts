import { lambda, type Trace, wait } from "./trace.ts";

export const loops: readonly Trace[] = [
  {
    title: "that counts in a variable enters its states anew each round",
    rules: ["R-FLOW-05", "R-VAR-01", "R-VAR-16", "R-CHOICE-02"],
    states: {
      Zero: { Type: "Pass", Assign: { i: 0 }, Next: "Test" },
      Test: { Type: "Choice", Choices: [{ Condition: "{% $i < 2 %}", Next: "Add" }], Default: "Done" },
      Add: { Type: "Pass", Assign: { i: "{% $i + 1 %}" }, Next: "Test" },
      Done: { Type: "Succeed", Output: "{% $i %}" },
    },
    events: `
      2<0 PassStateEntered Zero
      3<2 PassStateExited Zero
      4<3 ChoiceStateEntered Test
      5<4 ChoiceStateExited Test
      6<5 PassStateEntered Add
      7<6 PassStateExited Add
      8<7 ChoiceStateEntered Test
      9<8 ChoiceStateExited Test
      10<9 PassStateEntered Add
      11<10 PassStateExited Add
      12<11 ChoiceStateEntered Test
      13<12 ChoiceStateExited Test
      14<13 SucceedStateEntered Done
      15<14 SucceedStateExited Done
      16<15 ExecutionSucceeded`,
    shows: {
      3: { assignedVariables: { i: "0" } },
      7: { assignedVariables: { i: "1" } },
      11: { assignedVariables: { i: "2" } },
    },
    ends: { status: "SUCCEEDED", output: 2 },
  },
  {
    title: "that asks until something is done waits between its rounds",
    rules: ["R-FLOW-05", "R-CHOICE-10", "R-WAIT-01"],
    top: { QueryLanguage: "JSONPath" },
    states: {
      Ask: lambda({ Next: "Test" }),
      Test: {
        Type: "Choice",
        Choices: [{ Variable: "$.state", StringEquals: "done", Next: "Done" }],
        Default: "Rest",
      },
      Rest: wait(5, { Next: "Ask" }),
      Done: { Type: "Succeed" },
    },
    mocks: { Ask: [{ result: { state: "open" } }, { result: { state: "done" } }] },
    events: `
      2<0 TaskStateEntered Ask
      3<2 LambdaFunctionScheduled
      4<3 LambdaFunctionStarted
      5<4 LambdaFunctionSucceeded
      6<5 TaskStateExited Ask
      7<6 ChoiceStateEntered Test
      8<7 ChoiceStateExited Test
      9<8 WaitStateEntered Rest
      @5
      10<9 WaitStateExited Rest
      11<10 TaskStateEntered Ask
      12<11 LambdaFunctionScheduled
      13<12 LambdaFunctionStarted
      14<13 LambdaFunctionSucceeded
      15<14 TaskStateExited Ask
      16<15 ChoiceStateEntered Test
      17<16 ChoiceStateExited Test
      18<17 SucceedStateEntered Done
      19<18 SucceedStateExited Done
      20<19 ExecutionSucceeded`,
    shows: { 11: { input: '{"state":"open"}' } },
    ends: { status: "SUCCEEDED", output: { state: "done" } },
  },
  {
    title: "gives a state its attempts again each time it is entered",
    rules: ["R-RETRY-03", "R-RETRY-05"],
    states: {
      Call: lambda({ Retry: [{ ErrorEquals: ["E"], MaxAttempts: 1 }], Next: "Test" }),
      Test: {
        Type: "Choice",
        Choices: [{ Condition: "{% $states.input = 1 %}", Next: "Call" }],
        Default: "Done",
      },
      Done: { Type: "Succeed" },
    },
    mocks: { Call: [{ error: "E" }, { result: 1 }, { error: "E" }, { result: 2 }] },
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
      10<9 ChoiceStateEntered Test
      11<10 ChoiceStateExited Test
      12<11 TaskStateEntered Call
      13<12 LambdaFunctionScheduled
      14<13 LambdaFunctionStarted
      15<14 LambdaFunctionFailed error=E
      @2
      16<15 LambdaFunctionScheduled
      17<16 LambdaFunctionStarted
      18<17 LambdaFunctionSucceeded
      19<18 TaskStateExited Call
      20<19 ChoiceStateEntered Test
      21<20 ChoiceStateExited Test
      22<21 SucceedStateEntered Done
      23<22 SucceedStateExited Done
      24<23 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 2 },
  },
  {
    title: "by a catcher that leads back to its own state",
    rules: ["R-FLOW-05", "R-CATCH-03"],
    states: { Call: lambda({ Catch: [{ ErrorEquals: ["E"], Next: "Call" }], End: true }) },
    mocks: { Call: [{ error: "E", cause: "c" }, { result: 2 }] },
    events: `
      2<0 TaskStateEntered Call
      3<2 LambdaFunctionScheduled
      4<3 LambdaFunctionStarted
      5<4 LambdaFunctionFailed error=E
      6<5 TaskStateExited Call
      7<6 TaskStateEntered Call
      8<7 LambdaFunctionScheduled
      9<8 LambdaFunctionStarted
      10<9 LambdaFunctionSucceeded
      11<10 TaskStateExited Call
      12<11 ExecutionSucceeded`,
    shows: { 7: { input: '{"Error":"E","Cause":"c"}' } },
    ends: { status: "SUCCEEDED", output: 2 },
  },
  {
    title: "without an end fails at the 25,000th event",
    rules: ["R-ERR-22", "R-Q-03"],
    states: {
      A: { Type: "Pass", Next: "Test" },
      Test: { Type: "Choice", Choices: [{ Condition: true, Next: "A" }], Default: "Done" },
      Done: { Type: "Succeed" },
    },
    // Events 2 and 3 are A's, 4 and 5 Test's and so on: those of A begin at 4k + 2, and 24,998 is one of them.
    events: `
      …
      24998<24997 PassStateEntered A
      24999<24998 PassStateExited A
      25000<24999 ExecutionFailed error=States.Runtime`,
    ends: {
      status: "FAILED",
      error: "States.Runtime",
      cause: "The execution reached the maximum number of history events (25000).",
    },
  },
];
