import { expect, test } from "vitest";
import { lambdaTask, runStates, trace } from "../../../test/run-states.ts";

const branch = (name: string, state: Record<string, unknown>) => ({
  StartAt: name,
  States: { [name]: state },
});
const pass = { Type: "Pass", End: true };

test("branches get the same input, interleave in order, and their outputs keep the order (R-PAR-02, R-HIST-30)", async () => {
  const run = await runStates({
    Both: {
      Type: "Parallel",
      Arguments: { n: 1 },
      Branches: [
        branch("A", { ...pass, Output: "{% $states.input.n %}" }),
        branch("B", { ...pass, Output: "{% $states.input.n + 1 %}" }),
      ],
      Next: "After",
    },
    After: pass,
  });
  expect(run.output).toEqual([1, 2]);
  expect(trace(run)).toEqual([
    "2<0 ParallelStateEntered Both",
    "3<2 ParallelStateStarted",
    "4<3 PassStateEntered A",
    "5<4 PassStateExited A",
    "6<3 PassStateEntered B",
    "7<6 PassStateExited B",
    "8<7 ParallelStateSucceeded",
    "9<7 ParallelStateExited Both",
    "10<9 PassStateEntered After",
    "11<10 PassStateExited After",
    "12<11 ExecutionSucceeded",
  ]);
});

test("the results keep the order of the branches whatever finished first (R-PAR-02)", async () => {
  const run = await runStates(
    {
      Both: { Type: "Parallel", Branches: [branch("A", lambdaTask()), branch("B", lambdaTask())], End: true },
    },
    {
      mocks: { states: { A: { result: "a", durationSeconds: 9 }, B: { result: "b", durationSeconds: 1 } } },
    },
  );
  expect(run).toMatchObject({ output: ["a", "b"], elapsedSeconds: 9 });
});

test("the first failure fails the state with its own error and aborts the others (R-PAR-03, R-HIST-31)", async () => {
  const run = await runStates(
    {
      Both: {
        Type: "Parallel",
        Branches: [
          branch("A", lambdaTask()),
          branch("B", lambdaTask()),
          branch("C", { Type: "Wait", Seconds: 60, End: true }),
        ],
        End: true,
      },
    },
    {
      mocks: {
        states: {
          A: { result: 1, durationSeconds: 9 },
          B: { error: "Broken", cause: "b", durationSeconds: 2 },
        },
      },
    },
  );
  expect(run).toMatchObject({ status: "FAILED", error: "Broken", cause: "b", elapsedSeconds: 2 });
  expect(trace(run).slice(-5)).toEqual([
    "11<10 LambdaFunctionFailed Broken",
    "12<11 TaskStateAborted",
    "13<11 WaitStateAborted",
    "14<11 ParallelStateFailed",
    "15<14 ExecutionFailed Broken",
  ]);
});

test("Retry starts every branch again; Catch sees the branch's error (R-RETRY-07, R-PAR-03)", async () => {
  const run = await runStates({
    Both: {
      Type: "Parallel",
      Branches: [
        branch("A", { ...pass, Output: "{% $states.context.State.Name %}" }),
        branch("B", { Type: "Fail", Error: "E", Cause: "c" }),
      ],
      Retry: [{ ErrorEquals: ["E"], MaxAttempts: 1, IntervalSeconds: 3 }],
      Catch: [{ ErrorEquals: ["States.ALL"], Output: "{% $states.errorOutput %}", Next: "After" }],
      End: true,
    },
    After: pass,
  });
  expect(run).toMatchObject({ output: { Error: "E", Cause: "c" }, elapsedSeconds: 3, transitions: 7 });
  expect(trace(run)).toEqual([
    "2<0 ParallelStateEntered Both",
    "3<2 ParallelStateStarted",
    "4<3 PassStateEntered A",
    "5<4 PassStateExited A",
    "6<3 FailStateEntered B",
    "7<6 ParallelStateStarted",
    "8<7 PassStateEntered A",
    "9<8 PassStateExited A",
    "10<7 FailStateEntered B",
    "11<10 ParallelStateFailed",
    "12<11 ParallelStateExited Both",
    "13<12 PassStateEntered After",
    "14<13 PassStateExited After",
    "15<14 ExecutionSucceeded",
  ]);
});

test("a branch reads outer variables and keeps its own (R-VAR-09, R-VAR-10)", async () => {
  const run = await runStates({
    Set: { Type: "Pass", Assign: { outer: 1 }, Next: "Both" },
    Both: {
      Type: "Parallel",
      Branches: [
        {
          StartAt: "A",
          States: {
            A: { ...pass, End: undefined, Assign: { mine: "{% $outer + 1 %}" }, Next: "A2" },
            A2: { ...pass, Output: "{% $mine %}" },
          },
        },
        branch("B", { ...pass, Output: "{% $exists($mine) %}" }),
      ],
      Assign: { outer: "{% $sum($states.result[0]) %}" },
      Next: "Read",
    },
    Read: { ...pass, Output: "{% [$states.input, $outer, $exists($mine)] %}" },
  });
  expect(run.output).toEqual([2, false, 2, false]);
});
