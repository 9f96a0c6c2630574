import { expect, test } from "vitest";
import { detailsOfType, lambdaTask, runStates, trace } from "../../test/run-states.ts";

const fails = (...errors: string[]) => ({
  states: { Call: [...errors.map((error) => ({ error })), { result: "ok" }] },
});

test("each retry waits longer, up to the cap (R-RETRY-04)", async () => {
  const Retry = [
    { ErrorEquals: ["E"], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 4 },
  ];
  const run = await runStates({ Call: lambdaTask({ Retry }) }, { mocks: fails("E", "E", "E", "E") });
  expect(run).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 2 + 6 + 10 + 10, transitions: 5 });
  expect(trace(run).slice(0, 7)).toEqual([
    "2<0 TaskStateEntered Call",
    "3<2 LambdaFunctionScheduled",
    "4<3 LambdaFunctionStarted",
    "5<4 LambdaFunctionFailed E",
    "6<5 LambdaFunctionScheduled",
    "7<6 LambdaFunctionStarted",
    "8<7 LambdaFunctionFailed E",
  ]);
});

test("the defaults are 3 attempts after 1, 2 and 4 seconds (R-RETRY-01)", async () => {
  const run = await runStates(
    { Call: lambdaTask({ Retry: [{ ErrorEquals: ["States.ALL"] }] }) },
    { mocks: fails("E", "E", "E", "E") },
  );
  expect(run).toMatchObject({ status: "FAILED", error: "E", elapsedSeconds: 7 });
});

test("FULL jitter is drawn by the seed, between nothing and the delay (R-RETRY-04)", async () => {
  const Retry = [{ ErrorEquals: ["E"], IntervalSeconds: 100, JitterStrategy: "FULL" }];
  const times = await Promise.all(
    [1, 1, 2].map(
      async (seed) =>
        (await runStates({ Call: lambdaTask({ Retry }) }, { mocks: fails("E"), seed })).elapsedSeconds,
    ),
  );
  expect(times[0]).toBe(times[1]);
  expect(times[0]).not.toBe(times[2]);
  for (const time of times) expect(time).toBeGreaterThan(0);
  for (const time of times) expect(time).toBeLessThan(100);
});

test("every retrier counts for itself, and a used-up one ends retrying (R-RETRY-02, R-RETRY-03)", async () => {
  const Retry = [
    { ErrorEquals: ["A", "B"], MaxAttempts: 2 },
    { ErrorEquals: ["C"], MaxAttempts: 5 },
  ];
  const Catch = [{ ErrorEquals: ["States.ALL"], Next: "Z" }];
  const run = await runStates(
    { Call: lambdaTask({ Retry, Catch }), Z: { Type: "Succeed" } },
    { mocks: fails("A", "B", "C", "B") },
  );
  expect(run).toMatchObject({ output: { Error: "B" }, transitions: 5 });
});

test("arguments are evaluated anew with the number of the retry (R-RETRY-06)", async () => {
  const run = await runStates(
    {
      Call: lambdaTask({
        Arguments: "{% $states.context.State.RetryCount %}",
        Retry: [{ ErrorEquals: ["E"] }],
      }),
    },
    {
      handlers: {
        Call: (args) =>
          args === 2 ? "third" : Promise.reject(Object.assign(new Error("no"), { name: "E" })),
      },
    },
  );
  expect(run.output).toBe("third");
});

test("MaxAttempts 0 never retries (R-RETRY-01)", async () => {
  const Retry = [{ ErrorEquals: ["E"], MaxAttempts: 0 }, { ErrorEquals: ["States.ALL"] }];
  const run = await runStates({ Call: lambdaTask({ Retry }) }, { mocks: fails("E") });
  expect(run).toMatchObject({ status: "FAILED", error: "E" });
});

test("a catcher's Output and Assign take the place of the state's; variables reach the next state (R-CATCH-04)", async () => {
  const run = await runStates(
    {
      Call: lambdaTask({
        Assign: { way: "result" },
        Output: "never",
        Catch: [
          {
            ErrorEquals: ["E"],
            Assign: { way: "{% $states.errorOutput.Error %}" },
            Output: "{% $states.input %}",
            Next: "Read",
          },
        ],
      }),
      Read: { Type: "Pass", Output: "{% [$states.input, $way] %}", End: true },
    },
    { input: 1, mocks: fails("E") },
  );
  expect(run.output).toEqual([1, "E"]);
  expect(trace(run).slice(3, 6)).toEqual([
    "5<4 LambdaFunctionFailed E",
    "6<5 TaskStateExited Call",
    "7<6 PassStateEntered Read",
  ]);
});

test("a failing catcher is not caught again (R-JA-27)", async () => {
  const Catch = [
    { ErrorEquals: ["E"], Output: "{% $nothing %}", Next: "Z" },
    { ErrorEquals: ["States.ALL"], Next: "Z" },
  ];
  const run = await runStates({ Call: lambdaTask({ Catch }), Z: { Type: "Succeed" } }, { mocks: fails("E") });
  expect(run).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
  expect(detailsOfType(run, "EvaluationFailed").location).toBe("Catch[0]/Output");
});

test("States.ALL takes what a state could not evaluate; States.Runtime is never taken (R-JA-23, R-ERR-12)", async () => {
  const Catch = [{ ErrorEquals: ["States.ALL"], Output: "{% $states.errorOutput.Error %}", Next: "Z" }];
  const query = await runStates({
    Call: lambdaTask({ Arguments: "{% $nothing %}", Catch }),
    Z: { Type: "Succeed" },
  });
  expect(query.output).toBe("States.QueryEvaluationError");
  const runtime = await runStates(
    { Call: lambdaTask({ Catch }), Z: { Type: "Succeed" } },
    { mocks: fails("States.Runtime") },
  );
  expect(runtime).toMatchObject({ status: "FAILED", error: "States.Runtime" });
});

test("an error bubbles out of nested states until something takes it (R-ERR-16)", async () => {
  const inner = {
    Type: "Map",
    Items: [1],
    ItemProcessor: { StartAt: "Stop", States: { Stop: { Type: "Fail", Error: "Deep" } } },
    End: true,
  };
  const run = await runStates({
    Outer: {
      Type: "Parallel",
      Branches: [{ StartAt: "Inner", States: { Inner: inner } }],
      Catch: [{ ErrorEquals: ["Deep"], Next: "Z" }],
      End: true,
    },
    Z: { Type: "Succeed" },
  });
  expect(run.output).toEqual({ Error: "Deep" });
  expect(trace(run).slice(2, 10)).toEqual([
    "4<3 MapStateEntered Inner",
    "5<4 MapStateStarted",
    "6<5 MapIterationStarted Inner[0]",
    "7<6 FailStateEntered Stop",
    "8<7 MapIterationFailed Inner[0]",
    "9<7 MapStateFailed",
    "10<9 ParallelStateFailed",
    "11<10 ParallelStateExited Outer",
  ]);
});
