import { callback, pass, type Trace, wait } from "./trace.ts";

const asked = `
  2<0 TaskStateEntered Ask
  3<2 TaskScheduled
  4<3 TaskStarted
  5<4 TaskSubmitted`;
const id = "/Ask#1.0";
const submitted = [0, { kind: "taskSubmitted", id, output: { MessageId: "m" } }] as const;

export const callbacks: readonly Trace[] = [
  {
    title: "come back with what the sender gives; the answer of the service itself is in TaskSubmitted",
    rules: ["R-PAT-06", "R-HIST-10"],
    states: { Ask: callback() },
    mocks: { Ask: { result: { MessageId: "m" }, callback: { result: { ok: true } }, afterSeconds: 60 } },
    events: `${asked}
      @60
      6<5 TaskSucceeded
      7<6 TaskStateExited Ask
      8<7 ExecutionSucceeded`,
    shows: {
      5: { output: '{"MessageId":"m"}', resource: "sendMessage.waitForTaskToken", resourceType: "sqs" },
    },
    ends: { status: "SUCCEEDED", output: { ok: true } },
  },
  {
    title: "that say what went wrong fail the task with these words",
    rules: ["R-PAT-05", "R-ERR-20"],
    states: { Ask: callback() },
    mocks: { Ask: { result: {}, callback: { error: "Declined", cause: "too late" }, afterSeconds: 5 } },
    events: `${asked}
      @5
      6<5 TaskFailed error=Declined
      7<6 ExecutionFailed error=Declined`,
    ends: { status: "FAILED", error: "Declined", cause: "too late" },
  },
  {
    title: "that fail without an error or a cause leave both out",
    rules: ["R-PAT-05", "R-HIST-04"],
    states: { Ask: callback() },
    sent: [submitted, [5, { kind: "taskFailed", id }]],
    events: `${asked}
      @5
      6<5 TaskFailed
      7<6 ExecutionFailed`,
    ends: { status: "FAILED" },
  },
  {
    title: "that come after the timeout change nothing",
    rules: ["R-PAT-02", "R-TASK-04"],
    states: {
      Ask: callback({
        TimeoutSeconds: 10,
        Catch: [{ ErrorEquals: ["States.Timeout"], Output: 1, Next: "W" }],
        Next: "W",
      }),
      W: wait(20),
    },
    sent: [submitted, [15, { kind: "taskSucceeded", id, result: "late" }]],
    events: `${asked}
      @10
      6<5 TaskTimedOut error=States.Timeout
      7<6 TaskStateExited Ask
      8<7 WaitStateEntered W
      @30
      9<8 WaitStateExited W
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "that come twice count once, also when the second says otherwise",
    rules: ["R-PAT-02"],
    states: { Ask: callback({ Next: "W" }), W: wait(9) },
    sent: [
      submitted,
      [3, { kind: "taskSucceeded", id, result: "first" }],
      [4, { kind: "taskSucceeded", id, result: "second" }],
      [5, { kind: "taskFailed", id, error: "E" }],
    ],
    events: `${asked}
      @3
      6<5 TaskSucceeded
      7<6 TaskStateExited Ask
      8<7 WaitStateEntered W
      @12
      9<8 WaitStateExited W
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: "first" },
  },
  {
    title: "for an attempt that has failed do not answer the next one",
    rules: ["R-PAT-02", "R-RETRY-06"],
    states: { Ask: callback({ Retry: [{ ErrorEquals: ["E"], IntervalSeconds: 2 }], End: true }) },
    sent: [
      submitted,
      [1, { kind: "taskFailed", id, error: "E" }],
      [4, { kind: "taskSubmitted", id: "/Ask#1.1", output: {} }],
      [4, { kind: "taskSucceeded", id, result: "old" }],
      [5, { kind: "taskSucceeded", id: "/Ask#1.1", result: "new" }],
    ],
    events: `${asked}
      @1
      6<5 TaskFailed error=E
      @3
      7<6 TaskScheduled
      8<7 TaskStarted
      @4
      9<8 TaskSubmitted
      @5
      10<9 TaskSucceeded
      11<10 TaskStateExited Ask
      12<11 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: "new" },
  },
  {
    title: "that nobody sends leave the execution waiting",
    rules: ["R-PAT-02"],
    states: { Ask: callback() },
    mocks: { Ask: { result: {} } },
    events: asked,
    ends: { status: "WAITING" },
  },
  {
    title: "are no longer waited for when the execution is stopped",
    rules: ["R-ERR-23"],
    states: { Ask: callback() },
    sent: [
      submitted,
      [5, { kind: "stop", error: "Enough", cause: "by hand" }],
      [6, { kind: "taskSucceeded", id, result: 1 }],
    ],
    events: `${asked}
      @5
      6<0 ExecutionAborted error=Enough`,
    ends: { status: "ABORTED", error: "Enough", cause: "by hand" },
  },
  {
    title: "are not needed by a job: its failure follows TaskSubmitted",
    rules: ["R-PAT-04", "R-HIST-06"],
    states: {
      Job: {
        Type: "Task",
        Resource: "arn:aws:states:::states:startExecution.sync:2",
        Arguments: { StateMachineArn: "arn:aws:states:us-east-1:111111111111:stateMachine:other" },
        Catch: [
          { ErrorEquals: ["States.TaskFailed"], Output: "{% $states.errorOutput.Cause %}", Next: "Mend" },
        ],
        End: true,
      },
      Mend: pass,
    },
    mocks: { Job: { error: "States.TaskFailed", cause: '{"Status":"FAILED"}', durationSeconds: 7 } },
    events: `
      2<0 TaskStateEntered Job
      3<2 TaskScheduled
      4<3 TaskStarted
      5<4 TaskSubmitted
      @7
      6<5 TaskFailed error=States.TaskFailed
      7<6 TaskStateExited Job
      8<7 PassStateEntered Mend
      9<8 PassStateExited Mend
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: '{"Status":"FAILED"}' },
  },
];
