import { lambda, one, pass, type Trace } from "./trace.ts";

const called = `
  2<0 TaskStateEntered Call
  3<2 LambdaFunctionScheduled
  4<3 LambdaFunctionStarted`;
const mend = { Mend: pass };

export const retrying: readonly Trace[] = [
  {
    title: "waits IntervalSeconds times BackoffRate for each retry, at most MaxDelaySeconds",
    rules: ["R-RETRY-04", "R-RETRY-05", "R-RETRY-01"],
    states: {
      Call: lambda({
        Retry: [
          { ErrorEquals: ["E"], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 7, MaxAttempts: 3 },
        ],
        End: true,
      }),
    },
    mocks: { Call: { error: "E" } },
    // 2 s, 6 s, and 18 s cut to 7 s.
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      @2
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionFailed error=E
      @8
      9<8 LambdaFunctionScheduled
      10<9 LambdaFunctionStarted
      11<10 LambdaFunctionFailed error=E
      @15
      12<11 LambdaFunctionScheduled
      13<12 LambdaFunctionStarted
      14<13 LambdaFunctionFailed error=E
      15<14 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E" },
  },
  {
    title: "without numbers is after 1, 2 and 4 seconds",
    rules: ["R-RETRY-01", "R-RETRY-04"],
    states: { Call: lambda({ Retry: [{ ErrorEquals: ["States.ALL"] }], End: true }) },
    mocks: { Call: [{ error: "E" }, { error: "E" }, { error: "E" }, { result: 1 }] },
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      @1
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionFailed error=E
      @3
      9<8 LambdaFunctionScheduled
      10<9 LambdaFunctionStarted
      11<10 LambdaFunctionFailed error=E
      @7
      12<11 LambdaFunctionScheduled
      13<12 LambdaFunctionStarted
      14<13 LambdaFunctionSucceeded
      15<14 TaskStateExited Call
      16<15 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "with BackoffRate 1 waits the same each time",
    rules: ["R-RETRY-04"],
    states: {
      Call: lambda({
        Retry: [{ ErrorEquals: ["E"], IntervalSeconds: 4, BackoffRate: 1, MaxAttempts: 2 }],
        End: true,
      }),
    },
    mocks: { Call: [{ error: "E" }, { error: "E" }, { result: 1 }] },
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      @4
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionFailed error=E
      @8
      9<8 LambdaFunctionScheduled
      10<9 LambdaFunctionStarted
      11<10 LambdaFunctionSucceeded
      12<11 TaskStateExited Call
      13<12 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "with jitter has the same events at times that are drawn",
    rules: ["R-RETRY-04", "R-RETRY-01"],
    states: {
      Call: lambda({
        Retry: [{ ErrorEquals: ["E"], IntervalSeconds: 9, JitterStrategy: "FULL" }],
        End: true,
      }),
    },
    mocks: { Call: [{ error: "E" }, { result: 1 }] },
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      @?
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionSucceeded
      9<8 TaskStateExited Call
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "counts the attempts of each retrier for itself",
    rules: ["R-RETRY-02", "R-RETRY-03", "R-RETRY-04"],
    states: {
      Call: lambda({
        Retry: [{ ErrorEquals: ["A", "B"], MaxAttempts: 2 }, { ErrorEquals: ["C"] }],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Mend" }],
        Next: "Mend",
      }),
      ...mend,
    },
    mocks: { Call: [{ error: "A" }, { error: "B" }, { error: "C" }, { error: "B" }] },
    // The second of A or B waits 2 s; the first C 1 s; the third of A or B is caught.
    events: `${called}
      5<4 LambdaFunctionFailed error=A
      @1
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionFailed error=B
      @3
      9<8 LambdaFunctionScheduled
      10<9 LambdaFunctionStarted
      11<10 LambdaFunctionFailed error=C
      @4
      12<11 LambdaFunctionScheduled
      13<12 LambdaFunctionStarted
      14<13 LambdaFunctionFailed error=B
      15<14 TaskStateExited Call
      16<15 PassStateEntered Mend
      17<16 PassStateExited Mend
      18<17 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: { Error: "B" } },
  },
  {
    title: "asks no later retrier when the one that matches is used up",
    rules: ["R-RETRY-02", "R-RETRY-05"],
    states: {
      Call: lambda({
        Retry: [{ ErrorEquals: ["E"], MaxAttempts: 0 }, { ErrorEquals: ["States.ALL"] }],
        End: true,
      }),
    },
    mocks: { Call: { error: "E" } },
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      6<5 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E" },
  },
  {
    title: "comes before Catch, which follows the last attempt at once",
    rules: ["R-RETRY-08", "R-RETRY-05"],
    states: {
      Call: lambda({
        Retry: [{ ErrorEquals: ["E"], IntervalSeconds: 4, MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ["E"], Next: "Mend" }],
        Next: "Mend",
      }),
      ...mend,
    },
    mocks: { Call: { error: "E", cause: "c" } },
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      @4
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionFailed error=E
      9<8 TaskStateExited Call
      10<9 PassStateEntered Mend
      11<10 PassStateExited Mend
      12<11 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: { Error: "E", Cause: "c" } },
  },
  {
    title: "evaluates the arguments again, with the number of the retry",
    rules: ["R-RETRY-06", "R-CTX-05"],
    states: {
      Call: lambda({
        Arguments: { n: "{% $states.context.State.RetryCount %}" },
        Retry: [{ ErrorEquals: ["E"] }],
        End: true,
      }),
    },
    mocks: { Call: [{ error: "E" }, { result: 1 }] },
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      @1
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionSucceeded
      9<8 TaskStateExited Call
      10<9 ExecutionSucceeded`,
    shows: { 3: { input: '{"n":0}' }, 6: { input: '{"n":1}' } },
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "of a Parallel gives the tasks in it their attempts again",
    rules: ["R-RETRY-03", "R-RETRY-07", "R-HIST-31"],
    states: {
      Fan: {
        Type: "Parallel",
        Branches: [one("Call", lambda({ Retry: [{ ErrorEquals: ["E"], MaxAttempts: 1 }] }))],
        Retry: [{ ErrorEquals: ["E"], MaxAttempts: 1 }],
        End: true,
      },
    },
    mocks: { Call: [{ error: "E" }, { error: "E" }, { error: "E" }, { result: 1 }] },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 TaskStateEntered Call
      5<4 LambdaFunctionScheduled
      6<5 LambdaFunctionStarted
      7<6 LambdaFunctionFailed error=E
      @1
      8<7 LambdaFunctionScheduled
      9<8 LambdaFunctionStarted
      10<9 LambdaFunctionFailed error=E
      @2
      11<10 ParallelStateStarted
      12<11 TaskStateEntered Call
      13<12 LambdaFunctionScheduled
      14<13 LambdaFunctionStarted
      15<14 LambdaFunctionFailed error=E
      @3
      16<15 LambdaFunctionScheduled
      17<16 LambdaFunctionStarted
      18<17 LambdaFunctionSucceeded
      19<18 TaskStateExited Call
      20<19 ParallelStateSucceeded
      21<19 ParallelStateExited Fan
      22<21 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [1] },
  },
  {
    title: "by States.TaskFailed takes a custom error, beside others in its list",
    rules: ["R-ERR-14"],
    states: { Call: lambda({ Retry: [{ ErrorEquals: ["Other", "States.TaskFailed"] }], End: true }) },
    mocks: { Call: [{ error: "E" }, { result: 1 }] },
    events: `${called}
      5<4 LambdaFunctionFailed error=E
      @1
      6<5 LambdaFunctionScheduled
      7<6 LambdaFunctionStarted
      8<7 LambdaFunctionSucceeded
      9<8 TaskStateExited Call
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "by States.TaskFailed does not take a timeout",
    rules: ["R-ERR-14", "R-TASK-04"],
    states: {
      Call: lambda({ TimeoutSeconds: 3, Retry: [{ ErrorEquals: ["States.TaskFailed"] }], End: true }),
    },
    mocks: { Call: { result: 1, durationSeconds: 9 } },
    events: `${called}
      @3
      5<4 LambdaFunctionTimedOut error=States.Timeout
      6<5 ExecutionFailed error=States.Timeout`,
    ends: { status: "FAILED", error: "States.Timeout" },
  },
  {
    title:
      "of an expression that fails evaluates it again, and both failures point where the state's entry does",
    rules: ["R-JA-23", "R-HIST-11", "R-RETRY-06"],
    states: {
      Call: lambda({
        Arguments: "{% $states.input.no %}",
        Retry: [{ ErrorEquals: ["States.QueryEvaluationError"], MaxAttempts: 1 }],
        End: true,
      }),
    },
    events: `
      2<0 TaskStateEntered Call
      3<0 EvaluationFailed error=States.QueryEvaluationError
      @1
      4<0 EvaluationFailed error=States.QueryEvaluationError
      5<4 ExecutionFailed error=States.QueryEvaluationError`,
    ends: {
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause:
        "An error occurred while executing the state 'Call' (entered at the event id #2). The JSONata expression '$states.input.no' specified for the field 'Arguments' returned nothing (undefined).",
    },
  },
];
