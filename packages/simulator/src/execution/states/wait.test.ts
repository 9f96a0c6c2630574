import { expect, test } from "vitest";
import { runStates, trace } from "../../../test/run-states.ts";

test("a year passes at once on the virtual clock", async () => {
  const run = await runStates({ Rest: { Type: "Wait", Seconds: 31_000_000, End: true } });
  expect(run).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 31_000_000 });
  expect(trace(run)).toEqual([
    "2<0 WaitStateEntered Rest",
    "3<2 WaitStateExited Rest",
    "4<3 ExecutionSucceeded",
  ]);
  expect(run.events[2]?.timestamp).toBe("2026-12-25T19:06:40.000Z");
});

test("0 seconds and a time that has passed go on at once (R-WAIT-01, R-WAIT-04)", async () => {
  const run = await runStates({
    Zero: { Type: "Wait", Seconds: "{% 0 %}", Next: "Past" },
    Past: { Type: "Wait", Timestamp: "2020-02-29T12:00:00.5+01:00", End: true },
  });
  expect(run).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 0 });
});

test("a timestamp that cannot be read points to its own StateEntered (R-WAIT-03, R-HIST-11)", async () => {
  const run = await runStates({
    Rest: { Type: "Wait", Timestamp: "{% '2020-02-30T00:00:00Z' %}", End: true },
  });
  expect(run).toMatchObject({
    error: "States.QueryEvaluationError",
    cause:
      "An error occurred while executing the state 'Rest' (entered at the event id #2). The Timestamp field cannot be " +
      "parsed as an ISO-8601 extended offset date-time format string: 2020-02-30T00:00:00Z",
  });
  expect(trace(run)[1]).toBe("3<2 EvaluationFailed States.QueryEvaluationError");
});

test("a wait past the longest duration of an execution ends with it (R-Q-04)", async () => {
  const run = await runStates({ Rest: { Type: "Wait", Seconds: 40_000_000, End: true } });
  expect(run).toMatchObject({ status: "TIMED_OUT", error: null, elapsedSeconds: 31_536_000 });
  expect(trace(run).at(-1)).toBe("3<0 ExecutionTimedOut States.Timeout");
});

test("more than 24,855 days ahead is refused by the service (R-WAIT-05)", async () => {
  const run = await runStates({ Rest: { Type: "Wait", Timestamp: "2094-02-20T00:00:00Z", End: true } });
  expect(run.error).toBe("States.Runtime");
  expect(run.cause).toMatch(/Wait state delay is too long\.$/);
});
