import { expect, test } from "vitest";
import { lambdaTask, machineOf } from "../../test/run-states.ts";
import { exploreSchedules } from "./explore-schedules.ts";
import { simulate } from "./simulate.ts";

// A seed orders what happens at the same time; a race is a machine that ends differently under another one.

const branch = (name: string, state: Record<string, unknown>) => ({
  StartAt: name,
  States: { [name]: state },
});
const both = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  machineOf({ Both: { Type: "Parallel", Branches: [branch("A", a), branch("B", b)], End: true } });

test("two branches that fail at once: which error the Parallel has is a race (R-PAR-03)", async () => {
  const machine = both(lambdaTask(), lambdaTask());
  const mocks = { states: { A: { error: "First" }, B: { error: "Second" } } };
  const { first, different, schedules } = await exploreSchedules(machine, { mocks });
  expect(first).toEqual({ seed: 0, status: "FAILED", output: null, error: "First" });
  expect(different).toMatchObject({ status: "FAILED", error: "Second" });
  expect(schedules).toBe((different?.seed ?? 0) + 1);
  expect(await simulate(machine, { mocks, seed: different?.seed ?? 0 })).toMatchObject({ error: "Second" });
});

test("a list of answers is taken in the order of the calls, so branches that share one race", async () => {
  const resource = "arn:aws:lambda:us-east-1:111111111111:function:f";
  const mocks = { resources: { [resource]: [{ result: 1 }, { result: 2 }] } };
  const { first, different } = await exploreSchedules(both(lambdaTask(), lambdaTask()), { mocks });
  expect([first.output, different?.output]).toEqual([
    [1, 2],
    [2, 1],
  ]);
});

test("a branch that fails a second later than the other is no race", async () => {
  const mocks = { states: { A: { error: "First" }, B: { error: "Second", durationSeconds: 1 } } };
  const { different, schedules } = await exploreSchedules(both(lambdaTask(), lambdaTask()), { mocks });
  expect({ different, schedules }).toEqual({ different: undefined, schedules: 100 });
});

test("branches that only work on their own input end alike in every order, their name included", async () => {
  const pass = { Type: "Pass", Output: "{% $states.context.Execution.Name %}", End: true };
  const { first, different, schedules } = await exploreSchedules(both(pass, pass), { schedules: 30 });
  expect(first.output).toEqual(["execution-0", "execution-0"]);
  expect({ different, schedules }).toEqual({ different: undefined, schedules: 30 });
});

test("what cannot be run is refused once", async () => {
  const { first, schedules } = await exploreSchedules(both(lambdaTask(), lambdaTask()));
  expect({ status: first.status, schedules }).toEqual({ status: "REFUSED", schedules: 1 });
});
