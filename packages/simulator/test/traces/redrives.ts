import { fails, lambda, one, pass, scope, type Trace, wait } from "./trace.ts";

const distributedMap = (more: object): Record<string, unknown> => ({
  Type: "Map",
  Items: [1, 2, 3],
  ItemProcessor: {
    ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
    ...one("Call", lambda()),
  },
  End: true,
  ...more,
});
const called = `
  2<0 TaskStateEntered Call
  3<2 LambdaFunctionScheduled
  4<3 LambdaFunctionStarted
  5<4 LambdaFunctionFailed error=E
  6<5 ExecutionFailed error=E`;

// Not recorded: what ExecutionRedriven points to (here the event before it), and that a state is not entered again,
// as at a retry; AWS takes for unsuccessful what was entered and has no exit.
export const redrives: readonly Trace[] = [
  {
    title: "runs the state that failed again; what succeeded before it stays",
    rules: ["R-ERR-26", "R-HIST-41"],
    states: { Before: { Type: "Pass", Output: { n: 1 }, Next: "Call" }, Call: lambda() },
    mocks: { Call: [{ error: "E" }, { result: 2 }] },
    redriven: [60],
    events: `
      2<0 PassStateEntered Before
      3<2 PassStateExited Before
      4<3 TaskStateEntered Call
      5<4 LambdaFunctionScheduled
      6<5 LambdaFunctionStarted
      7<6 LambdaFunctionFailed error=E
      8<7 ExecutionFailed error=E
      @60
      9<8 ExecutionRedriven
      10<9 LambdaFunctionScheduled
      11<10 LambdaFunctionStarted
      12<11 LambdaFunctionSucceeded
      13<12 TaskStateExited Call
      14<13 ExecutionSucceeded`,
    shows: { 9: { redriveCount: 1 }, 10: { input: '{"n":1}' } },
    ends: { status: "SUCCEEDED", output: 2 },
  },
  {
    title: "counts itself, and shows in the context object",
    rules: ["R-ERR-26", "R-CTX-01", "R-HIST-41"],
    states: {
      Call: lambda({
        Output: "{% $merge([$states.context.Execution.{'n': RedriveCount, 'at': RedriveTime}]) %}",
        End: true,
      }),
    },
    mocks: { Call: [{ error: "E" }, { error: "E" }, { result: 2 }] },
    redriven: [60, 120],
    events: `${called}
      @60
      7<6 ExecutionRedriven
      8<7 LambdaFunctionScheduled
      9<8 LambdaFunctionStarted
      10<9 LambdaFunctionFailed error=E
      11<10 ExecutionFailed error=E
      @120
      12<11 ExecutionRedriven
      13<12 LambdaFunctionScheduled
      14<13 LambdaFunctionStarted
      15<14 LambdaFunctionSucceeded
      16<15 TaskStateExited Call
      17<16 ExecutionSucceeded`,
    shows: { 7: { redriveCount: 1 }, 12: { redriveCount: 2 } },
    ends: { status: "SUCCEEDED", output: { n: 2, at: "2026-01-01T00:02:00Z" } },
  },
  {
    title: "gives retriers their attempts again",
    rules: ["R-RETRY-09", "R-ERR-26"],
    states: { Call: lambda({ Retry: [{ ErrorEquals: ["E"], MaxAttempts: 1 }], End: true }) },
    mocks: { Call: [{ error: "E" }, { error: "E" }, { error: "E" }, { result: 2 }] },
    redriven: [60],
    events: `
      2<0 TaskStateEntered Call
      3<2 LambdaFunctionScheduled
      4<3 LambdaFunctionStarted
      5<4 LambdaFunctionFailed error=E
      @1
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionFailed error=E
      9<8 ExecutionFailed error=E
      @60
      10<9 ExecutionRedriven
      11<10 LambdaFunctionScheduled
      12<11 LambdaFunctionStarted
      13<12 LambdaFunctionFailed error=E
      @61
      14<13 LambdaFunctionScheduled
      15<14 LambdaFunctionStarted
      16<15 LambdaFunctionSucceeded
      17<16 TaskStateExited Call
      18<17 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 2 },
  },
  {
    title: "of a Parallel runs the branches that did not succeed, those that were aborted too",
    rules: ["R-ERR-26", "R-PAR-03", "R-HIST-31"],
    states: {
      Fan: {
        Type: "Parallel",
        Branches: [one("A", pass), one("B", wait(30)), one("C", lambda())],
        End: true,
      },
    },
    input: 7,
    mocks: { C: [{ error: "E", durationSeconds: 5 }, { result: "c" }] },
    redriven: [60],
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 PassStateEntered A
      5<4 PassStateExited A
      6<3 WaitStateEntered B
      7<3 TaskStateEntered C
      8<7 LambdaFunctionScheduled
      9<8 LambdaFunctionStarted
      @5
      10<9 LambdaFunctionFailed error=E
      11<10 WaitStateAborted
      12<10 ParallelStateFailed
      13<12 ExecutionFailed error=E
      @60
      14<13 ExecutionRedriven
      15<14 LambdaFunctionScheduled
      16<15 LambdaFunctionStarted
      17<16 LambdaFunctionSucceeded
      18<17 TaskStateExited C
      @90
      19<14 WaitStateExited B
      20<19 ParallelStateSucceeded
      21<19 ParallelStateExited Fan
      22<21 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [7, 7, "c"] },
  },
  {
    title: "of an inline Map runs the iterations that did not succeed, and then those that had not begun",
    rules: ["R-ERR-26", "R-MAP-07", "R-MAP-08"],
    states: {
      Each: {
        Type: "Map",
        Items: [10, 20, 30],
        MaxConcurrency: 1,
        ItemProcessor: one("Call", lambda()),
        End: true,
      },
    },
    mocks: {
      Call: [
        { when: 10, result: "a" },
        { when: 20, error: "E" },
        { when: 20, result: "b" },
        { when: 30, result: "c" },
      ],
    },
    redriven: [60],
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=3
      4<3 MapIterationStarted Each[0]
      5<4 TaskStateEntered Call
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionSucceeded
      9<8 TaskStateExited Call
      10<9 MapIterationSucceeded Each[0]
      11<9 MapIterationStarted Each[1]
      12<11 TaskStateEntered Call
      13<12 LambdaFunctionScheduled
      14<13 LambdaFunctionStarted
      15<14 LambdaFunctionFailed error=E
      16<15 MapIterationFailed Each[1]
      17<15 MapStateFailed
      18<17 ExecutionFailed error=E
      @60
      19<18 ExecutionRedriven
      20<19 LambdaFunctionScheduled
      21<20 LambdaFunctionStarted
      22<21 LambdaFunctionSucceeded
      23<22 TaskStateExited Call
      24<23 MapIterationSucceeded Each[1]
      25<23 MapIterationStarted Each[2]
      26<25 TaskStateEntered Call
      27<26 LambdaFunctionScheduled
      28<27 LambdaFunctionStarted
      29<28 LambdaFunctionSucceeded
      30<29 TaskStateExited Call
      31<30 MapIterationSucceeded Each[2]
      32<31 MapStateSucceeded
      33<31 MapStateExited Each
      34<33 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: ["a", "b", "c"] },
  },
  {
    title: "of an execution that timed out gives it its time again",
    rules: ["R-ERR-26", "R-ERR-21"],
    top: { TimeoutSeconds: 5 },
    states: { Call: lambda() },
    mocks: {
      Call: [
        { result: 1, durationSeconds: 10 },
        { result: 2, durationSeconds: 4 },
      ],
    },
    redriven: [60],
    events: `
      2<0 TaskStateEntered Call
      3<2 LambdaFunctionScheduled
      4<3 LambdaFunctionStarted
      @5
      5<0 ExecutionTimedOut error=States.Timeout
      @60
      6<5 ExecutionRedriven
      7<6 LambdaFunctionScheduled
      8<7 LambdaFunctionStarted
      @64
      9<8 LambdaFunctionSucceeded
      10<9 TaskStateExited Call
      11<10 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 2 },
  },
  {
    title: "of a Fail fails again",
    rules: ["R-ERR-26", "R-FAIL-01"],
    states: { No: fails("E", "c") },
    redriven: [60],
    events: `
      2<0 FailStateEntered No
      3<2 ExecutionFailed error=E
      @60
      4<3 ExecutionRedriven
      5<4 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "keeps the variables, also those of a branch",
    rules: ["R-ERR-26", "R-VAR-10", "R-VAR-12"],
    states: {
      Give: { Type: "Pass", Assign: { x: 1 }, Next: "Fan" },
      Fan: {
        Type: "Parallel",
        Branches: [
          scope({
            A: { Type: "Pass", Assign: { y: 2 }, Next: "Call" },
            Call: lambda({ Output: "{% [$x, $y, $states.result] %}", End: true }),
          }),
        ],
        End: true,
      },
    },
    mocks: { Call: [{ error: "E" }, { result: 3 }] },
    redriven: [60],
    events: `
      2<0 PassStateEntered Give
      3<2 PassStateExited Give
      4<3 ParallelStateEntered Fan
      5<4 ParallelStateStarted
      6<5 PassStateEntered A
      7<6 PassStateExited A
      8<7 TaskStateEntered Call
      9<8 LambdaFunctionScheduled
      10<9 LambdaFunctionStarted
      11<10 LambdaFunctionFailed error=E
      12<11 ParallelStateFailed
      13<12 ExecutionFailed error=E
      @60
      14<13 ExecutionRedriven
      15<14 LambdaFunctionScheduled
      16<15 LambdaFunctionStarted
      17<16 LambdaFunctionSucceeded
      18<17 TaskStateExited Call
      19<18 ParallelStateSucceeded
      20<18 ParallelStateExited Fan
      21<20 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [[1, 2, 3]] },
  },
  {
    title: "of a Map Run starts the children that did not succeed, in the same run",
    rules: ["R-DMAP-15", "R-HIST-41", "R-HIST-40", "R-ERR-26"],
    states: { Each: distributedMap({}) },
    mocks: {
      Call: [
        { when: 1, result: "a", durationSeconds: 1 },
        { when: 2, error: "E", durationSeconds: 2 },
        { when: 3, result: "late", durationSeconds: 9 },
        { when: 2, result: "b", durationSeconds: 1 },
        { when: 3, result: "c", durationSeconds: 2 },
      ],
    },
    redriven: [60],
    // Item 3 ran when item 2 failed: it is started again too.
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=3
      4<3 MapRunStarted
      @2
      5<4 MapRunFailed error=States.ExceedToleratedFailureThreshold
      6<5 MapStateFailed
      7<6 ExecutionFailed error=States.ExceedToleratedFailureThreshold
      @60
      8<7 ExecutionRedriven
      9<8 MapRunRedriven
      @62
      10<9 MapRunSucceeded
      11<10 MapStateSucceeded
      12<9 MapStateExited Each
      13<12 ExecutionSucceeded`,
    shows: { 9: { redriveCount: 1 } },
    ends: { status: "SUCCEEDED", output: ["a", "b", "c"] },
  },
  {
    title: "of a Map Run that ran one child at a time goes on with those it never came to",
    rules: ["R-DMAP-15", "R-MAP-07", "R-HIST-41"],
    states: { Each: distributedMap({ MaxConcurrency: 1 }) },
    mocks: {
      Call: [
        { when: 1, result: "a" },
        { when: 2, error: "E" },
        { when: 2, error: "E" },
        { when: 2, result: "b", durationSeconds: 1 },
        { when: 3, result: "c", durationSeconds: 1 },
      ],
    },
    redriven: [60, 120],
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=3
      4<3 MapRunStarted
      5<4 MapRunFailed error=States.ExceedToleratedFailureThreshold
      6<5 MapStateFailed
      7<6 ExecutionFailed error=States.ExceedToleratedFailureThreshold
      @60
      8<7 ExecutionRedriven
      9<8 MapRunRedriven
      10<9 MapRunFailed error=States.ExceedToleratedFailureThreshold
      11<10 MapStateFailed
      12<11 ExecutionFailed error=States.ExceedToleratedFailureThreshold
      @120
      13<12 ExecutionRedriven
      14<13 MapRunRedriven
      @122
      15<14 MapRunSucceeded
      16<15 MapStateSucceeded
      17<14 MapStateExited Each
      18<17 ExecutionSucceeded`,
    shows: { 9: { redriveCount: 1 }, 14: { redriveCount: 2 } },
    ends: { status: "SUCCEEDED", output: ["a", "b", "c"] },
  },
];
