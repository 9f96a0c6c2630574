import { callback, lambda, one, pass, scope, type Trace, wait } from "./trace.ts";

const slow = { Call: { result: 1, durationSeconds: 10 } };
const fan = (branches: readonly unknown[]): Record<string, unknown> => ({
  Type: "Parallel",
  Branches: branches,
  End: true,
});

const called = `
  2<0 TaskStateEntered Call
  3<2 LambdaFunctionScheduled
  4<3 LambdaFunctionStarted`;
const asked = `
  2<0 TaskStateEntered Ask
  3<2 TaskScheduled
  4<3 TaskStarted
  5<4 TaskSubmitted`;

export const timeouts: readonly Trace[] = [
  {
    title: "of a task: TimeoutSeconds after it started, without a cause",
    rules: ["R-TASK-02", "R-TASK-03", "R-TASK-04"],
    states: { Call: lambda({ TimeoutSeconds: 3, End: true }) },
    mocks: slow,
    events: `${called}
      @3
      5<4 LambdaFunctionTimedOut error=States.Timeout
      6<5 ExecutionFailed error=States.Timeout`,
    shows: { 3: { timeoutInSeconds: 3 } },
    ends: { status: "FAILED", error: "States.Timeout" },
  },
  {
    title: "of the execution: whatever runs, it is over, and its event points to nothing",
    rules: ["R-ERR-21", "R-STRUCT-05"],
    top: { TimeoutSeconds: 5 },
    states: { Call: lambda() },
    mocks: slow,
    events: `${called}
      @5
      5<0 ExecutionTimedOut error=States.Timeout`,
    ends: { status: "TIMED_OUT" },
  },
  {
    title: "of the execution cannot be caught, neither by name nor by States.ALL",
    rules: ["R-ERR-21"],
    top: { TimeoutSeconds: 5 },
    states: {
      Call: lambda({
        Retry: [{ ErrorEquals: ["States.Timeout"] }],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: pass,
    },
    mocks: slow,
    events: `${called}
      @5
      5<0 ExecutionTimedOut error=States.Timeout`,
    ends: { status: "TIMED_OUT" },
  },
  {
    title: "of the execution ends all branches without events of their own",
    rules: ["R-ERR-21", "R-HIST-02"],
    top: { TimeoutSeconds: 5 },
    states: { Fan: fan([one("A", wait(9)), one("B", wait(9))]) },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 WaitStateEntered A
      5<3 WaitStateEntered B
      @5
      6<0 ExecutionTimedOut error=States.Timeout`,
    ends: { status: "TIMED_OUT" },
  },
  {
    title: "of a task comes first, is caught, and then the execution's comes",
    rules: ["R-TASK-04", "R-ERR-21", "R-CATCH-03"],
    top: { TimeoutSeconds: 5 },
    states: {
      Call: lambda({ TimeoutSeconds: 3, Catch: [{ ErrorEquals: ["States.Timeout"], Next: "W" }], Next: "W" }),
      W: wait(10),
    },
    mocks: slow,
    events: `${called}
      @3
      5<4 LambdaFunctionTimedOut error=States.Timeout
      6<5 TaskStateExited Call
      7<6 WaitStateEntered W
      @5
      8<0 ExecutionTimedOut error=States.Timeout`,
    ends: { status: "TIMED_OUT" },
  },
  {
    title: "of a task is counted from each attempt",
    rules: ["R-TASK-03", "R-RETRY-04", "R-RETRY-06"],
    states: {
      Call: lambda({
        TimeoutSeconds: 3,
        Retry: [{ ErrorEquals: ["States.Timeout"], IntervalSeconds: 1 }],
        End: true,
      }),
    },
    mocks: {
      Call: [
        { result: 1, durationSeconds: 10 },
        { result: 2, durationSeconds: 2 },
      ],
    },
    events: `${called}
      @3
      5<4 LambdaFunctionTimedOut error=States.Timeout
      @4
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      @6
      8<7 LambdaFunctionSucceeded
      9<8 TaskStateExited Call
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 2 },
  },
  {
    title: "of two branches in one instant: both are reported, the first fails the state",
    rules: ["R-TASK-04", "R-PAR-03", "R-HIST-23"],
    states: {
      Fan: fan([
        one("A", lambda({ TimeoutSeconds: 3, End: true })),
        one("B", lambda({ TimeoutSeconds: 3, End: true })),
      ]),
    },
    mocks: { A: { result: 1, durationSeconds: 10 }, B: { result: 1, durationSeconds: 10 } },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 TaskStateEntered A
      5<4 LambdaFunctionScheduled
      6<3 TaskStateEntered B
      7<6 LambdaFunctionScheduled
      8<5 LambdaFunctionStarted
      9<7 LambdaFunctionStarted
      @3
      10<8 LambdaFunctionTimedOut error=States.Timeout
      11<9 LambdaFunctionTimedOut error=States.Timeout
      12<10 TaskStateAborted
      13<10 ParallelStateFailed
      14<13 ExecutionFailed error=States.Timeout`,
    ends: { status: "FAILED", error: "States.Timeout" },
  },
  {
    title: "of the earlier of two branches fails the state before the other's",
    rules: ["R-TASK-04", "R-PAR-03", "R-HIST-31"],
    states: {
      Fan: fan([
        one("A", lambda({ TimeoutSeconds: 4, End: true })),
        one("B", lambda({ TimeoutSeconds: 3, End: true })),
      ]),
    },
    mocks: { A: { result: 1, durationSeconds: 10 }, B: { result: 1, durationSeconds: 10 } },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 TaskStateEntered A
      5<4 LambdaFunctionScheduled
      6<3 TaskStateEntered B
      7<6 LambdaFunctionScheduled
      8<5 LambdaFunctionStarted
      9<7 LambdaFunctionStarted
      @3
      10<9 LambdaFunctionTimedOut error=States.Timeout
      11<10 TaskStateAborted
      12<10 ParallelStateFailed
      13<12 ExecutionFailed error=States.Timeout`,
    ends: { status: "FAILED", error: "States.Timeout" },
  },
  {
    title: "of a missed heartbeat is reported as States.Timeout",
    rules: ["R-TASK-03", "R-TASK-04", "U-01"],
    states: { Ask: callback({ HeartbeatSeconds: 5, TimeoutSeconds: 20, End: true }) },
    mocks: { Ask: { result: {} } },
    events: `${asked}
      @5
      6<5 TaskTimedOut error=States.Timeout
      7<6 ExecutionFailed error=States.Timeout`,
    shows: { 3: { timeoutInSeconds: 20, heartbeatInSeconds: 5 } },
    ends: { status: "FAILED", error: "States.Timeout" },
  },
  {
    title: "of a missed heartbeat is matched by States.HeartbeatTimeout",
    rules: ["R-ERR-15", "R-TASK-04"],
    states: {
      Ask: callback({
        HeartbeatSeconds: 5,
        Catch: [{ ErrorEquals: ["States.HeartbeatTimeout"], Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: pass,
    },
    mocks: { Ask: { result: {} } },
    events: `${asked}
      @5
      6<5 TaskTimedOut error=States.Timeout
      7<6 TaskStateExited Ask
      8<7 PassStateEntered Mend
      9<8 PassStateExited Mend
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: { Error: "States.Timeout", Cause: "" } },
  },
  {
    title: "of a task is not matched by States.HeartbeatTimeout",
    rules: ["R-ERR-15"],
    states: {
      Call: lambda({
        TimeoutSeconds: 3,
        Catch: [{ ErrorEquals: ["States.HeartbeatTimeout"], Next: "Mend" }],
        Next: "Mend",
      }),
      Mend: pass,
    },
    mocks: slow,
    events: `${called}
      @3
      5<4 LambdaFunctionTimedOut error=States.Timeout
      6<5 ExecutionFailed error=States.Timeout`,
    ends: { status: "FAILED", error: "States.Timeout" },
  },
  {
    title: "of heartbeats start again with each heartbeat",
    rules: ["R-TASK-03", "R-PAT-02"],
    states: { Ask: callback({ HeartbeatSeconds: 5, TimeoutSeconds: 20, End: true }) },
    sent: [
      [0, { kind: "taskSubmitted", id: "/Ask#1.0", output: {} }],
      [4, { kind: "heartbeat", id: "/Ask#1.0" }],
      [8, { kind: "heartbeat", id: "/Ask#1.0" }],
      [12, { kind: "taskSucceeded", id: "/Ask#1.0", result: 1 }],
    ],
    events: `${asked}
      @12
      6<5 TaskSucceeded
      7<6 TaskStateExited Ask
      8<7 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "of a task comes though its heartbeats are in time",
    rules: ["R-TASK-03", "R-TASK-04", "R-PAT-02"],
    states: { Ask: callback({ HeartbeatSeconds: 5, TimeoutSeconds: 10, End: true }) },
    sent: [
      [0, { kind: "taskSubmitted", id: "/Ask#1.0", output: {} }],
      [4, { kind: "heartbeat", id: "/Ask#1.0" }],
      [8, { kind: "heartbeat", id: "/Ask#1.0" }],
    ],
    events: `${asked}
      @10
      6<5 TaskTimedOut error=States.Timeout
      7<6 ExecutionFailed error=States.Timeout`,
    ends: { status: "FAILED", error: "States.Timeout" },
  },
  {
    title: "of an EXPRESS child: five minutes, after which its Map Run has failed",
    rules: ["R-DMAP-01", "R-Q-04", "R-DMAP-09"],
    states: {
      Each: {
        Type: "Map",
        Items: [1],
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
          ...scope({ W: wait(400) }),
        },
        End: true,
      },
    },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=1
      4<3 MapRunStarted
      @300
      5<4 MapRunFailed error=States.ExceedToleratedFailureThreshold
      6<5 MapStateFailed
      7<6 ExecutionFailed error=States.ExceedToleratedFailureThreshold`,
    ends: {
      status: "FAILED",
      error: "States.ExceedToleratedFailureThreshold",
      cause: "The specified tolerated failure threshold was exceeded",
    },
  },
];
