import { expect, test } from "vitest";
import { lambdaTask, runStates } from "../../../test/run-states.ts";

function distributed(
  state: Record<string, unknown>,
  more: Record<string, unknown> = {},
  ExecutionType = "STANDARD",
): Record<string, unknown> {
  return {
    All: {
      Type: "Map",
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType },
        StartAt: "Each",
        States: { Each: state },
      },
      End: true,
      ...more,
    },
  };
}

const wait = (Seconds: number) => ({ Type: "Wait", Seconds, End: true });

test("a Map Run is described as DescribeMapRun does (R-DMAP-13)", async () => {
  const mocks = { states: { Each: [{ error: "E" }, { result: 1, durationSeconds: 3 }] } };
  const more = { MaxConcurrency: 7, ToleratedFailurePercentage: 50, ToleratedFailureCount: 1 };
  const run = await runStates(distributed(lambdaTask(), more), { input: [1, 2], mocks });
  const counts = {
    pending: 0,
    running: 0,
    succeeded: 1,
    failed: 1,
    timedOut: 0,
    aborted: 0,
    total: 2,
    resultsWritten: 0,
    failuresNotRedrivable: 0,
    pendingRedrive: 0,
  };
  expect(run.mapRuns).toEqual([
    {
      mapRunArn: run.events.find(({ type }) => type === "MapRunStarted")?.mapRunStartedEventDetails
        ?.mapRunArn,
      executionArn: "arn:aws:states:us-east-1:111111111111:execution:stateMachine:execution-0",
      status: "SUCCEEDED",
      startDate: "2026-01-01T00:00:00.000Z",
      stopDate: "2026-01-01T00:00:03.000Z",
      maxConcurrency: 7,
      toleratedFailurePercentage: 50,
      toleratedFailureCount: 1,
      itemCounts: counts,
      executionCounts: counts,
      redriveCount: 0,
    },
  ]);
});

test("items are counted apart from the executions that take them in batches (R-DMAP-08, R-DMAP-13)", async () => {
  const run = await runStates(
    distributed({ Type: "Pass", End: true }, { ItemBatcher: { MaxItemsPerBatch: 2 } }),
    {
      input: [1, 2, 3, 4, 5],
    },
  );
  expect(run.mapRuns?.[0]?.itemCounts).toMatchObject({ total: 5, succeeded: 5 });
  expect(run.mapRuns?.[0]?.executionCounts).toMatchObject({ total: 3, succeeded: 3 });
});

test("an EXPRESS child ends after five minutes, a STANDARD one does not (R-DMAP-01, R-Q-04)", async () => {
  for (const [seconds, type, status] of [
    [299, "EXPRESS", "SUCCEEDED"],
    [301, "EXPRESS", "FAILED"],
    [301, "STANDARD", "SUCCEEDED"],
  ] as const) {
    const run = await runStates(distributed(wait(seconds), {}, type), { input: [1] });
    expect(run.status).toBe(status);
    expect(run.elapsedSeconds).toBe(Math.min(seconds, type === "EXPRESS" ? 300 : seconds));
  }
  const run = await runStates(distributed(wait(301), { ToleratedFailureCount: 1 }, "EXPRESS"), {
    input: [1],
  });
  expect(run.mapRuns?.[0]?.executionCounts).toMatchObject({ timedOut: 1, failed: 0 });
});

test("a child of EXPRESS has the ARN of an express execution (R-DMAP-02)", async () => {
  const state = { Type: "Pass", End: true, Output: "{% $states.context.Execution.Id %}" };
  const run = await runStates(distributed(state, { Label: "L" }, "EXPRESS"), { input: [1] });
  expect(run.output).toEqual([
    expect.stringMatching(
      /^arn:aws:states:us-east-1:111111111111:express:stateMachine\/L:[0-9a-f-]+:[0-9a-f-]+$/,
    ),
  ]);
});

test("a Map Run whose execution runs out of time, or whose neighbour fails, is aborted (R-DMAP-13, R-HIST-41)", async () => {
  const { All } = distributed(wait(60), { MaxConcurrency: 1 });
  const counts = { total: 2, aborted: 1, pending: 1, running: 0 };
  const parallel = {
    Both: {
      Type: "Parallel",
      End: true,
      Branches: [
        { StartAt: "All", States: { All } },
        { StartAt: "Stop", States: { Stop: { Type: "Wait", Seconds: 5, Next: "No" }, No: { Type: "Fail" } } },
      ],
    },
  };
  const failed = await runStates(parallel, { input: [1, 2] });
  expect(failed.mapRuns).toMatchObject([{ status: "ABORTED", executionCounts: counts }]);
});

test("a Map Run that is still open is described as it stands (R-DMAP-13)", async () => {
  const token = { ...lambdaTask(), Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken" };
  const waiting = await runStates(
    distributed({ ...token, Arguments: { FunctionName: "f", Payload: "{% $states.context.Task.Token %}" } }),
    { input: [1, 2] },
  );
  expect(waiting.status).toBe("WAITING");
  expect(waiting.mapRuns).toMatchObject([{ status: "RUNNING", executionCounts: { running: 2, total: 2 } }]);
  expect(waiting.mapRuns?.[0]).not.toHaveProperty("stopDate");
});

test("a Map Run inside the child of another is one of that child (R-MAP-09)", async () => {
  const { All: inner } = distributed({ Type: "Pass", End: true }, { Label: "Inner" });
  const run = await runStates(distributed(inner as Record<string, unknown>, { Label: "Outer" }), {
    input: [[1, 2], [3]],
  });
  expect(run.output).toEqual([[1, 2], [3]]);
  expect(run.mapRuns?.map(({ mapRunArn }) => /mapRun:(.*?):/.exec(mapRunArn)?.[1]).sort()).toEqual([
    "stateMachine/Outer",
    "stateMachine/Outer/Inner",
    "stateMachine/Outer/Inner",
  ]);
});
