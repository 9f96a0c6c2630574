import { describe, expect, test } from "vitest";
import { detailsOfType, lambdaTask, machineOf, runStates, trace } from "../../../test/run-states.ts";
import { simulate } from "../../driver/simulate.ts";

const arn = "arn:aws:states:us-east-1:111111111111:activity:approve";
const states = (more: Record<string, unknown> = {}) => ({ Approve: lambdaTask({ Resource: arn, ...more }) });

describe("an activity (R-INT-12)", () => {
  test("is scheduled, taken by a worker, and answered", async () => {
    const run = await runStates(states(), {
      responder: () => ({
        taken: { afterSeconds: 5, workerName: "anna" },
        outcome: { afterSeconds: 2, result: { ok: true } },
      }),
    });
    expect(run).toMatchObject({ status: "SUCCEEDED", output: { ok: true }, elapsedSeconds: 7 });
    expect(trace(run)).toEqual([
      "2<0 TaskStateEntered Approve",
      "3<2 ActivityScheduled",
      "4<3 ActivityStarted",
      "5<4 ActivitySucceeded",
      "6<5 TaskStateExited Approve",
      "7<6 ExecutionSucceeded",
    ]);
    expect(detailsOfType(run, "ActivityStarted")).toEqual({ workerName: "anna" });
  });

  test("a mock answers it like any other call", async () => {
    const run = await runStates(states(), { mocks: { states: { Approve: { error: "No", cause: "late" } } } });
    expect(run).toMatchObject({ status: "FAILED", error: "No", cause: "late" });
    expect(trace(run)).toContain("5<4 ActivityFailed No");
  });

  test("its time runs while it waits for a worker (R-TASK-03)", async () => {
    const run = await runStates(states({ TimeoutSeconds: 10 }), {
      responder: () => ({ taken: { afterSeconds: 60 } }),
    });
    expect(run).toMatchObject({ status: "FAILED", error: "States.Timeout", elapsedSeconds: 10 });
    expect(trace(run).slice(2)).toEqual([
      "4<3 ActivityTimedOut States.Timeout",
      "5<4 ExecutionFailed States.Timeout",
    ]);
  });

  test("a Resource that a deployment tool fills in can be named as one", async () => {
    const machine = machineOf({ Approve: lambdaTask({ Resource: "${ApproveActivity}" }) });
    const options = { mocks: { states: { Approve: { result: 1 } } }, activities: ["${ApproveActivity}"] };
    expect(await simulate(machine, options)).toMatchObject({ status: "SUCCEEDED", output: 1 });
  });
});
