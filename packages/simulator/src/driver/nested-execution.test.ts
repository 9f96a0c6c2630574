import { describe, expect, test } from "vitest";
import { lambdaTask, machineOf, trace } from "../../test/run-states.ts";
import { simulate } from "./simulate.ts";
import type { SimulateOptions } from "./simulate-options.ts";

const childArn = "arn:aws:states:us-east-1:111111111111:stateMachine:Child";
const starting = (pattern: string, more: object = {}) =>
  machineOf({
    Start: {
      Type: "Task",
      Resource: `arn:aws:states:::states:startExecution${pattern}`,
      Arguments: { StateMachineArn: childArn, Name: "one", Input: "{% $states.input %}" },
      End: true,
      ...more,
    },
  });
const { End: _, ...task } = lambdaTask();
const child = machineOf({
  Work: { ...task, Next: "Pause" },
  Pause: { Type: "Wait", Seconds: 60, End: true },
});
const run = (pattern: string, options: SimulateOptions, more: object = {}) =>
  simulate(starting(pattern, more), { machines: { Child: child }, input: { n: 1 }, ...options });

describe("a workflow that starts another one (R-INT-09)", () => {
  test(".sync:2 waits for it, and gets its description with Input and Output as values", async () => {
    const done = await run(".sync:2", { mocks: { states: { Work: { result: { ok: true } } } } });
    expect(done).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 60 });
    expect(done.output).toEqual({
      ExecutionArn: "arn:aws:states:us-east-1:111111111111:execution:Child:one",
      Input: { n: 1 },
      InputDetails: { Included: true },
      Name: "one",
      Output: { ok: true },
      OutputDetails: { Included: true },
      RedriveCount: 0,
      RedriveStatus: "NOT_REDRIVABLE",
      RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
      StartDate: Date.UTC(2026, 0, 1),
      StateMachineArn: childArn,
      Status: "SUCCEEDED",
      StopDate: Date.UTC(2026, 0, 1, 0, 1),
    });
    expect(trace(done)).toEqual([
      "2<0 TaskStateEntered Start",
      "3<2 TaskScheduled",
      "4<3 TaskStarted",
      "5<4 TaskSubmitted",
      "6<5 TaskSucceeded",
      "7<6 TaskStateExited Start",
      "8<7 ExecutionSucceeded",
    ]);
  });

  test(".sync gets them as text", async () => {
    const done = await run(".sync", { mocks: { states: { Work: { result: { ok: true } } } } });
    expect(done.output).toMatchObject({ Input: '{"n":1}', Output: '{"ok":true}' });
  });

  test("its failure is States.TaskFailed with the description as cause (R-PAT-04)", async () => {
    const failed = await run(".sync:2", { mocks: { states: { Work: { error: "No", cause: "why" } } } });
    expect(failed).toMatchObject({ status: "FAILED", error: "States.TaskFailed" });
    expect(JSON.parse(failed.cause ?? "")).toMatchObject({
      Status: "FAILED",
      Error: "No",
      Cause: "why",
      Input: '{"n":1}',
    });
  });

  test("without .sync it goes on by itself", async () => {
    const done = await run("", { mocks: { states: { Work: { result: 1 } } } });
    expect(done).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 0 });
    expect(done.output).toEqual({
      ExecutionArn: "arn:aws:states:us-east-1:111111111111:execution:Child:one",
      StartDate: Date.UTC(2026, 0, 1),
    });
    expect(done.executions).toMatchObject([{ machine: "Child", status: "RUNNING" }]);
  });

  test("its own history and end can be looked at", async () => {
    const done = await run(".sync:2", {
      mocks: { states: { "Child/Work": { result: 1 }, Work: { error: "Not this" } } },
    });
    const [started] = done.executions ?? [];
    expect(started).toMatchObject({ machine: "Child", status: "SUCCEEDED", output: 1 });
    expect(started?.events.map(({ type }) => type)).toContain("WaitStateEntered");
    expect(done.taken).toEqual({ "/States/Start": 1 });
  });

  test("it ends with the task that waits for it", async () => {
    const late = await run(".sync:2", { mocks: { states: { Work: { result: 1 } } } }, { TimeoutSeconds: 30 });
    expect(late).toMatchObject({ status: "FAILED", error: "States.Timeout", elapsedSeconds: 30 });
  });

  test("a saved run holds it, and goes on only with the same machine", async () => {
    const mocks = { states: { Work: { result: { ok: true } } } };
    const stopped = await run(".sync:2", { mocks, steps: 1 });
    expect(stopped.status).toBe("RUNNING");
    const saved = JSON.parse(JSON.stringify(stopped.saved));
    const resumed = await run(".sync:2", { mocks, resume: saved });
    const whole = await run(".sync:2", { mocks });
    expect(resumed.events).toEqual(whole.events);
    expect(resumed.executions).toEqual(whole.executions);
    const other = await run(".sync:2", { mocks, resume: saved, machines: {} });
    expect(other.diagnostics).toMatchObject([{ code: "simulate/saved-run" }]);
  });

  test("a machine that starts itself for ever is refused", async () => {
    const own = starting(".sync:2");
    const loop = machineOf({
      Again: {
        Type: "Task",
        Resource: "arn:aws:states:::states:startExecution.sync:2",
        Arguments: { StateMachineArn: childArn },
        End: true,
      },
    });
    const endless = await simulate(own, { machines: { [childArn]: loop } });
    expect(endless.diagnostics).toMatchObject([{ code: "simulate/unsupported", state: "Again" }]);
  });

  test("a machine that is not given is answered like any other call", async () => {
    const mocked = await run(".sync:2", {
      machines: {},
      mocks: { states: { Start: { result: { Status: "SUCCEEDED" } } } },
    });
    expect(mocked.output).toEqual({ Status: "SUCCEEDED" });
    const nobody = await run(".sync:2", { machines: {} });
    expect(nobody.diagnostics).toMatchObject([{ code: "simulate/no-mock" }]);
  });
});
