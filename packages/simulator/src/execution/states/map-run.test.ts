import { expect, test, vi } from "vitest";
import { lambdaTask, runStates, trace } from "../../../test/run-states.ts";

vi.setConfig({ testTimeout: 120_000 }); // large machines on busy computers

const pass = { Type: "Pass", End: true };

function distributed(
  state: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    All: {
      Type: "Map",
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
        StartAt: "Each",
        States: { Each: state },
      },
      End: true,
      ...more,
    },
  };
}

test("the parent's history shows the Map Run, not its children (R-DMAP-14, R-HIST-40)", async () => {
  const run = await runStates(distributed(pass), { input: [1, 2, 3] });
  expect(run.output).toEqual([1, 2, 3]);
  expect(trace(run)).toEqual([
    "2<0 MapStateEntered All",
    "3<2 MapStateStarted",
    "4<3 MapRunStarted",
    "5<4 MapRunSucceeded",
    "6<5 MapStateSucceeded",
    "7<4 MapStateExited All",
    "8<7 ExecutionSucceeded",
  ]);
});

test("children are executions of their own and cannot read outer variables (R-CTX-04, R-VAR-11)", async () => {
  const run = await runStates(
    {
      Set: { Type: "Pass", Assign: { outer: 1 }, Next: "All" },
      ...distributed(
        {
          ...pass,
          Output:
            "{% [$exists($outer), $states.context.StateMachine.Name, $states.context.Execution.Input] %}",
        },
        { Label: "Label" },
      ),
    },
    { input: [7], stateMachineName: "orders" },
  );
  expect(run.output).toEqual([[false, "orders/Label", 7]]);
});

test("without a tolerance one failing child fails the run (R-DMAP-09, R-HIST-41)", async () => {
  const mocks = { states: { Each: [{ result: 1 }, { error: "E" }] } };
  const run = await runStates(distributed(lambdaTask()), { input: [1, 2], mocks });
  expect(run).toMatchObject({
    status: "FAILED",
    error: "States.ExceedToleratedFailureThreshold",
    cause: "The specified tolerated failure threshold was exceeded",
  });
  expect(trace(run).slice(-3)).toEqual([
    "5<4 MapRunFailed States.ExceedToleratedFailureThreshold",
    "6<5 MapStateFailed",
    "7<6 ExecutionFailed States.ExceedToleratedFailureThreshold",
  ]);
});

test("at the tolerance the run succeeds with what succeeded, over it it fails (R-DMAP-09)", async () => {
  const mocks = { states: { Each: [{ error: "E" }, { result: "b" }, { error: "E" }, { result: "d" }] } };
  const input = [1, 2, 3, 4];
  const count = await runStates(distributed(lambdaTask(), { ToleratedFailureCount: 2 }), { input, mocks });
  expect(count.output).toEqual(["b", "d"]);
  const half = await runStates(distributed(lambdaTask(), { ToleratedFailurePercentage: "{% 50 %}" }), {
    input,
    mocks,
  });
  expect(half.status).toBe("SUCCEEDED");
  const less = await runStates(distributed(lambdaTask(), { ToleratedFailurePercentage: 49 }), {
    input,
    mocks,
  });
  expect(less.error).toBe("States.ExceedToleratedFailureThreshold");
});

test("batches carry BatchInput and Items (R-DMAP-08)", async () => {
  const run = await runStates(
    distributed(pass, {
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { at: "{% $states.context.State.Name %}" } },
    }),
    { input: [1, 2, 3] },
  );
  expect(run.output).toEqual([
    { BatchInput: { at: "All" }, Items: [1, 2] },
    { BatchInput: { at: "All" }, Items: [3] },
  ]);
});

test("a batch closes before it would pass its bytes (R-DMAP-08)", async () => {
  const run = await runStates(distributed(pass, { ItemBatcher: { MaxInputBytesPerBatch: 24 } }), {
    input: ["aaaa", "bbbb", "cccc"],
  });
  // {"Items":["aaaa","bbbb"]} is 25 bytes
  expect(run.output).toEqual([{ Items: ["aaaa"] }, { Items: ["bbbb"] }, { Items: ["cccc"] }]);
});

test("MaxConcurrency holds children back (R-MAP-07)", async () => {
  const mocks = { states: { Each: { result: 1, durationSeconds: 1 } } };
  const run = await runStates(distributed(lambdaTask(), { MaxConcurrency: 5 }), {
    input: Array(20).fill(0),
    mocks,
  });
  expect(run.elapsedSeconds).toBe(4);
});

test("10,000 children run at once, each in its own execution", async () => {
  const mocks = { states: { Each: { result: 1, durationSeconds: 1 } } };
  const run = await runStates(distributed(lambdaTask()), { input: Array(10_000).fill(0), mocks });
  expect(run).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 1 });
});
