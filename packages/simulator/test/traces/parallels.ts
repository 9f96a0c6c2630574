import { fails, lambda, one, pass, scope, type Trace, wait } from "./trace.ts";

const fan = (branches: readonly unknown[], more: object = { End: true }): Record<string, unknown> => ({
  Type: "Parallel",
  Branches: branches,
  ...more,
});
const calls = [one("A", lambda()), one("B", lambda())];
const waitsThenFails = scope({ B: wait(5, { Next: "No" }), No: fails("E", "c") });

const bothStarted = `
  2<0 ParallelStateEntered Fan
  3<2 ParallelStateStarted
  4<3 TaskStateEntered A
  5<4 LambdaFunctionScheduled
  6<3 TaskStateEntered B
  7<6 LambdaFunctionScheduled
  8<5 LambdaFunctionStarted
  9<7 LambdaFunctionStarted`;

export const parallels: readonly Trace[] = [
  {
    title: "ends with its last branch; Succeed ends only its own branch",
    rules: ["R-PAR-02", "R-PAR-04", "R-SUCC-01", "R-HIST-30"],
    states: { Fan: fan([one("Yes", { Type: "Succeed", Output: 1 }), one("B", pass)]) },
    input: 7,
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 SucceedStateEntered Yes
      5<4 SucceedStateExited Yes
      6<3 PassStateEntered B
      7<6 PassStateExited B
      8<7 ParallelStateSucceeded
      9<7 ParallelStateExited Fan
      10<9 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [1, 7] },
  },
  {
    title: "waits for its slowest branch; the result is in the order of branches",
    rules: ["R-PAR-02", "R-HIST-30"],
    states: { Fan: fan(calls) },
    mocks: { A: { result: "a", durationSeconds: 5 }, B: { result: "b", durationSeconds: 1 } },
    events: `${bothStarted}
      @1
      10<9 LambdaFunctionSucceeded
      11<10 TaskStateExited B
      @5
      12<8 LambdaFunctionSucceeded
      13<12 TaskStateExited A
      14<13 ParallelStateSucceeded
      15<13 ParallelStateExited Fan
      16<15 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: ["a", "b"] },
  },
  {
    title: "joins branches that end in the same instant once",
    rules: ["R-PAR-02", "R-HIST-30"],
    states: { Fan: fan(calls) },
    mocks: { A: { result: "a" }, B: { result: "b" } },
    events: `${bothStarted}
      10<8 LambdaFunctionSucceeded
      11<10 TaskStateExited A
      12<9 LambdaFunctionSucceeded
      13<12 TaskStateExited B
      14<13 ParallelStateSucceeded
      15<13 ParallelStateExited Fan
      16<15 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: ["a", "b"] },
  },
  {
    title: "that fails aborts a task that runs in another branch",
    rules: ["R-PAR-03", "R-HIST-31", "R-HIST-23"],
    states: { Fan: fan(calls) },
    mocks: { A: { result: "a", durationSeconds: 5 }, B: { error: "E", cause: "c", durationSeconds: 2 } },
    events: `${bothStarted}
      @2
      10<9 LambdaFunctionFailed error=E
      11<10 TaskStateAborted
      12<10 ParallelStateFailed
      13<12 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "that fails aborts a task that is scheduled only",
    rules: ["R-PAR-03", "R-PAR-04", "R-HIST-31"],
    states: { Fan: fan([one("No", fails("E")), one("A", lambda())]) },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 FailStateEntered No
      5<3 TaskStateEntered A
      6<5 LambdaFunctionScheduled
      7<4 TaskStateAborted
      8<4 ParallelStateFailed
      9<8 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E" },
  },
  {
    title: "that fails aborts a Wait in another branch",
    rules: ["R-PAR-03", "R-PAR-04", "R-HIST-31"],
    states: { Fan: fan([one("A", wait(60)), one("No", fails("E", "c"))]) },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 WaitStateEntered A
      5<3 FailStateEntered No
      6<5 WaitStateAborted
      7<5 ParallelStateFailed
      8<7 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "that fails aborts a Map in another branch, from the inside out",
    rules: ["R-PAR-03", "R-HIST-23", "R-HIST-31"],
    states: {
      Fan: fan([one("Rows", { Type: "Map", Items: [1], ItemProcessor: one("W", wait(60)) }), waitsThenFails]),
    },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 MapStateEntered Rows
      5<4 MapStateStarted length=1
      6<3 WaitStateEntered B
      7<5 MapIterationStarted Rows[0]
      8<7 WaitStateEntered W
      @5
      9<6 WaitStateExited B
      10<9 FailStateEntered No
      11<10 WaitStateAborted
      12<10 MapIterationAborted Rows[0]
      13<10 MapStateAborted
      14<10 ParallelStateFailed
      15<14 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "that fails aborts a Parallel in another branch, from the inside out",
    rules: ["R-PAR-03", "R-HIST-31"],
    states: { Fan: fan([one("Inner", fan([one("W", wait(60)), one("P", pass)])), waitsThenFails]) },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 ParallelStateEntered Inner
      5<4 ParallelStateStarted
      6<3 WaitStateEntered B
      7<5 WaitStateEntered W
      8<5 PassStateEntered P
      9<8 PassStateExited P
      @5
      10<6 WaitStateExited B
      11<10 FailStateEntered No
      12<11 WaitStateAborted
      13<11 ParallelStateAborted
      14<11 ParallelStateFailed
      15<14 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "that fails aborts a task that waits for its retry",
    rules: ["R-PAR-03", "R-RETRY-04", "R-HIST-31"],
    states: {
      Fan: fan([
        one("A", lambda({ Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 30 }] })),
        waitsThenFails,
      ]),
    },
    mocks: { A: { error: "Weak" } },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 TaskStateEntered A
      5<4 LambdaFunctionScheduled
      6<3 WaitStateEntered B
      7<5 LambdaFunctionStarted
      8<7 LambdaFunctionFailed error=Weak
      @5
      9<6 WaitStateExited B
      10<9 FailStateEntered No
      11<10 TaskStateAborted
      12<10 ParallelStateFailed
      13<12 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E", cause: "c" },
  },
  {
    title: "fails with the first of two errors of the same instant",
    rules: ["R-PAR-03", "R-HIST-23", "R-HIST-31"],
    states: { Fan: fan(calls) },
    mocks: { A: { error: "First", durationSeconds: 1 }, B: { error: "Second", durationSeconds: 1 } },
    events: `${bothStarted}
      @1
      10<8 LambdaFunctionFailed error=First
      11<9 LambdaFunctionFailed error=Second
      12<10 TaskStateAborted
      13<10 ParallelStateFailed
      14<13 ExecutionFailed error=First`,
    ends: { status: "FAILED", error: "First" },
  },
  {
    title: "has nothing to abort where the other branch ended in the same instant",
    rules: ["R-PAR-03", "R-HIST-31"],
    states: { Fan: fan(calls) },
    mocks: { A: { result: 1, durationSeconds: 1 }, B: { error: "E", durationSeconds: 1 } },
    events: `${bothStarted}
      @1
      10<8 LambdaFunctionSucceeded
      11<10 TaskStateExited A
      12<9 LambdaFunctionFailed error=E
      13<12 ParallelStateFailed
      14<13 ExecutionFailed error=E`,
    ends: { status: "FAILED", error: "E" },
  },
  {
    title: "that is retried starts every branch again, also those that had ended",
    rules: ["R-PAR-03", "R-RETRY-07", "R-HIST-31"],
    states: {
      Fan: fan([one("A", pass), one("B", lambda())], {
        Retry: [{ ErrorEquals: ["E"], IntervalSeconds: 2 }],
        End: true,
      }),
    },
    input: 7,
    mocks: { B: [{ error: "E" }, { result: "b" }] },
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 PassStateEntered A
      5<4 PassStateExited A
      6<3 TaskStateEntered B
      7<6 LambdaFunctionScheduled
      8<7 LambdaFunctionStarted
      9<8 LambdaFunctionFailed error=E
      @2
      10<9 ParallelStateStarted
      11<10 PassStateEntered A
      12<11 PassStateExited A
      13<10 TaskStateEntered B
      14<13 LambdaFunctionScheduled
      15<14 LambdaFunctionStarted
      16<15 LambdaFunctionSucceeded
      17<16 TaskStateExited B
      18<17 ParallelStateSucceeded
      19<17 ParallelStateExited Fan
      20<19 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [7, "b"] },
  },
  {
    title: "that is caught gives the error of the branch, by its own name",
    rules: ["R-PAR-03", "R-ERR-16", "R-HIST-31", "R-CATCH-02"],
    states: {
      Fan: fan([one("No", fails("Bad", "c"))], {
        Catch: [{ ErrorEquals: ["Bad"], Next: "Mend" }],
        End: true,
      }),
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
    ends: { status: "SUCCEEDED", output: { Error: "Bad", Cause: "c" } },
  },
  {
    title: "is matched by States.BranchFailed too, which is never what is reported",
    rules: ["U-03", "R-ERR-24", "R-HIST-31"],
    states: {
      Fan: fan([one("No", fails("Bad"))], {
        Catch: [{ ErrorEquals: ["States.BranchFailed"], Next: "Mend" }],
        End: true,
      }),
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
    ends: { status: "SUCCEEDED", output: { Error: "Bad" } },
  },
  {
    title: "around a Parallel that catches does not notice",
    rules: ["R-PAR-03", "R-ERR-16", "R-HIST-31"],
    states: {
      Fan: fan([
        scope({
          Inner: fan([one("No", fails("Bad"))], {
            Catch: [{ ErrorEquals: ["States.ALL"], Next: "R" }],
            Next: "R",
          }),
          R: pass,
        }),
        one("Q", pass),
      ]),
    },
    input: 7,
    events: `
      2<0 ParallelStateEntered Fan
      3<2 ParallelStateStarted
      4<3 ParallelStateEntered Inner
      5<4 ParallelStateStarted
      6<3 PassStateEntered Q
      7<6 PassStateExited Q
      8<5 FailStateEntered No
      9<8 ParallelStateFailed
      10<9 ParallelStateExited Inner
      11<10 PassStateEntered R
      12<11 PassStateExited R
      13<12 ParallelStateSucceeded
      14<12 ParallelStateExited Fan
      15<14 ExecutionSucceeded`,
    ends: { status: "SUCCEEDED", output: [{ Error: "Bad" }, 7] },
  },
];
