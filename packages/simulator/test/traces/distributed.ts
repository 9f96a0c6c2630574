import { fails, lambda, one, pass, scope, type Trace, wait } from "./trace.ts";

const each = (inner: Record<string, unknown>, more: object = {}): Record<string, unknown> => ({
  Type: "Map",
  Items: [1, 2],
  ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" }, ...inner },
  End: true,
  ...more,
});
const exceeded = {
  status: "FAILED",
  error: "States.ExceedToleratedFailureThreshold",
  cause: "The specified tolerated failure threshold was exceeded",
} as const;
const begun = (length: number): string => `
  2<0 MapStateEntered Each
  3<2 MapStateStarted length=${length}
  4<3 MapRunStarted`;
const ended = `
  5<4 MapRunSucceeded
  6<5 MapStateSucceeded
  7<4 MapStateExited Each
  8<7 ExecutionSucceeded`;
const failed = `
  5<4 MapRunFailed error=States.ExceedToleratedFailureThreshold
  6<5 MapStateFailed
  7<6 ExecutionFailed error=States.ExceedToleratedFailureThreshold`;

/** Item 2 fails after two seconds. */
const secondFails = {
  Call: [
    { when: 1, result: "a", durationSeconds: 1 },
    { when: 2, error: "E", durationSeconds: 2 },
  ],
};

export const distributed: readonly Trace[] = [
  {
    title: "has none of its children's events; MapStateExited points to MapRunStarted",
    rules: ["R-DMAP-14", "R-HIST-40"],
    states: { Each: each(one("P", pass)) },
    events: begun(2) + ended,
    ends: { status: "SUCCEEDED", output: [1, 2] },
  },
  {
    title: "over no items has a run all the same",
    rules: ["R-MAP-06", "R-HIST-40"],
    states: { Each: each(one("P", pass), { Items: [] }) },
    events: begun(0) + ended,
    ends: { status: "SUCCEEDED", output: [] },
  },
  {
    title: "with MaxConcurrency 1 runs one child after the other",
    rules: ["R-MAP-07", "R-DMAP-02"],
    states: { Each: each(one("W", wait(10)), { MaxConcurrency: 1 }) },
    events: `${begun(2)}
      @20
      ${ended.trim()}`,
    ends: { status: "SUCCEEDED", output: [1, 2] },
  },
  {
    title: "without MaxConcurrency runs its children at once",
    rules: ["R-MAP-07", "R-DMAP-12a"],
    states: { Each: each(one("W", wait(10))) },
    events: `${begun(2)}
      @10
      ${ended.trim()}`,
    ends: { status: "SUCCEEDED", output: [1, 2] },
  },
  {
    title: "without a tolerance fails with the first child that fails",
    rules: ["R-DMAP-09", "R-HIST-41"],
    states: { Each: each(one("Call", lambda())) },
    mocks: secondFails,
    events: `${begun(2)}
      @2
      ${failed.trim()}`,
    ends: exceeded,
  },
  {
    title: "does not wait for children that still run when the threshold is exceeded",
    rules: ["R-DMAP-09", "R-HIST-41"],
    states: {
      Each: each(scope({ W: wait(0, { Seconds: "{% $states.input %}", Next: "No" }), No: fails("E") })),
    },
    events: `${begun(2)}
      @1
      ${failed.trim()}`,
    ends: exceeded,
  },
  {
    title: "tolerates as many failures as it may; their results are left out",
    rules: ["R-DMAP-09", "R-DMAP-11", "U-18"],
    states: { Each: each(one("Call", lambda()), { ToleratedFailureCount: 1 }) },
    mocks: secondFails,
    events: `${begun(2)}
      @2
      ${ended.trim()}`,
    ends: { status: "SUCCEEDED", output: ["a"] },
  },
  {
    title: "fails with one failure more than it tolerates",
    rules: ["R-DMAP-09", "R-HIST-41"],
    states: { Each: each(one("No", fails("E")), { ToleratedFailureCount: 1 }) },
    events: begun(2) + failed,
    ends: exceeded,
  },
  {
    title: "tolerates a percentage that is met exactly",
    rules: ["R-DMAP-09", "U-18"],
    states: { Each: each(one("Call", lambda()), { ToleratedFailurePercentage: 50 }) },
    mocks: secondFails,
    events: `${begun(2)}
      @2
      ${ended.trim()}`,
    ends: { status: "SUCCEEDED", output: ["a"] },
  },
  {
    title: "succeeds with 100 percent whatever happens",
    rules: ["R-DMAP-09"],
    states: { Each: each(one("No", fails("E")), { ToleratedFailurePercentage: 100 }) },
    events: begun(2) + ended,
    ends: { status: "SUCCEEDED", output: [] },
  },
  {
    title: "that is retried starts a new run",
    rules: ["R-DMAP-15", "U-30", "R-HIST-24"],
    states: { Each: each(one("Call", lambda()), { Items: [1], Retry: [{ ErrorEquals: ["States.ALL"] }] }) },
    mocks: { Call: [{ error: "E" }, { result: "b" }] },
    events: `${begun(1)}
      5<4 MapRunFailed error=States.ExceedToleratedFailureThreshold
      @1
      6<5 MapStateStarted length=1
      7<6 MapRunStarted
      8<7 MapRunSucceeded
      9<8 MapStateSucceeded
      10<7 MapStateExited Each
      11<10 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: ["b"] },
  },
  {
    title: "that is caught exits from MapStateFailed",
    rules: ["R-HIST-41", "R-CATCH-02"],
    states: {
      Each: each(one("No", fails("E")), {
        Catch: [
          { ErrorEquals: ["E"], Next: "Wrong" },
          { ErrorEquals: ["States.ExceedToleratedFailureThreshold"], Output: 1, Next: "Mend" },
        ],
        End: undefined,
        Next: "Wrong",
      }),
      Mend: pass,
      Wrong: pass,
    },
    events: `${begun(2)}
      5<4 MapRunFailed error=States.ExceedToleratedFailureThreshold
      6<5 MapStateFailed
      7<6 MapStateExited Each
      8<7 PassStateEntered Mend
      9<8 PassStateExited Mend
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: 1 },
  },
  {
    title: "whose children read a variable of the parent fails",
    rules: ["R-VAR-11", "R-DMAP-09"],
    states: {
      Give: { Type: "Pass", Assign: { x: 1 }, Next: "Each" },
      Each: each(one("P", { Type: "Pass", Output: "{% $x %}" })),
    },
    events: `
      2<0 PassStateEntered Give
      3<2 PassStateExited Give
      4<3 MapStateEntered Each
      5<4 MapStateStarted length=2
      6<5 MapRunStarted
      7<6 MapRunFailed error=States.ExceedToleratedFailureThreshold
      8<7 MapStateFailed
      9<8 ExecutionFailed error=States.ExceedToleratedFailureThreshold`,
    ends: exceeded,
  },
  {
    title: "hands a variable over by ItemSelector",
    rules: ["R-VAR-11", "R-MAP-04", "R-JA-11"],
    states: {
      Give: { Type: "Pass", Assign: { x: 10 }, Next: "Each" },
      Each: each(one("P", pass), { ItemSelector: "{% $x + $states.context.Map.Item.Value %}" }),
    },
    events: `
      2<0 PassStateEntered Give
      3<2 PassStateExited Give
      4<3 MapStateEntered Each
      5<4 MapStateStarted length=2
      6<5 MapRunStarted
      7<6 MapRunSucceeded
      8<7 MapStateSucceeded
      9<6 MapStateExited Each
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [11, 12] },
  },
  {
    title: "in batches has one child and one result a batch; the length counts items",
    rules: ["R-DMAP-08", "R-MAP-05", "R-MAP-06", "R-HIST-40"],
    states: {
      Each: each(one("P", pass), { Items: [1, 2, 3], ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: 7 } }),
    },
    events: begun(3) + ended,
    ends: {
      status: "SUCCEEDED",
      output: [
        { BatchInput: 7, Items: [1, 2] },
        { BatchInput: 7, Items: [3] },
      ],
    },
  },
  {
    title: "with a tolerance below zero fails with States.Runtime",
    rules: ["R-DMAP-10", "R-ERR-12"],
    states: {
      Each: each(one("P", pass), {
        ToleratedFailureCount: "{% -1 %}",
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Mend" }],
        End: undefined,
        Next: "Mend",
      }),
      Mend: pass,
    },
    events: `
      2<0 MapStateEntered Each
      3<2 MapStateStarted length=2
      4<3 ExecutionFailed error=States.Runtime`,
    ends: {
      status: "FAILED",
      error: "States.Runtime",
      cause:
        "An error occurred while executing the state 'Each' (entered at the event id #2). ToleratedFailureCount cannot be negative.",
    },
  },
  {
    title: "in a branch is aborted, with its run, when another branch fails",
    rules: ["R-HIST-41", "R-HIST-05", "R-HIST-31", "R-PAR-03"],
    states: {
      Fan: {
        Type: "Parallel",
        Branches: [
          one("Each", each(one("W", wait(60)))),
          scope({ B: wait(5, { Next: "No" }), No: fails("E") }),
        ],
        End: true,
      },
    },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 MapStateEntered Each
      5<4 MapStateStarted length=2
      6<5 MapRunStarted
      7<3 WaitStateEntered B
      @5
      8<7 WaitStateExited B
      9<8 FailStateEntered No
      10<9 MapRunAborted
      11<9 MapStateAborted
      12<9 ParallelStateFailed
      13<12 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E" },
  },
];
