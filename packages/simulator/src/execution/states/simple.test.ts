import { expect, test } from "vitest";
import { detailsOfType, runStates, trace } from "../../../test/run-states.ts";

test("the first StateEntered points to nothing, every other event to the one that caused it (R-HIST-02)", async () => {
  const run = await runStates({
    First: { Type: "Pass", Next: "Second" },
    Second: { Type: "Pass", End: true },
  });
  expect(trace(run)).toEqual([
    "2<0 PassStateEntered First",
    "3<2 PassStateExited First",
    "4<3 PassStateEntered Second",
    "5<4 PassStateExited Second",
    "6<5 ExecutionSucceeded",
  ]);
  expect(run).toMatchObject({ status: "SUCCEEDED", output: {}, states: ["First", "Second"], transitions: 2 });
});

test("a Pass without Output hands its input on (R-PASS-02)", async () => {
  const run = await runStates({ Only: { Type: "Pass", End: true } }, { input: [1, null, "two"] });
  expect(run.output).toEqual([1, null, "two"]);
});

test("expressions at any depth of Output are replaced, keys and other scalars stay (R-JA-13)", async () => {
  const run = await runStates(
    {
      Only: {
        Type: "Pass",
        Output: { "{% k %}": ["{% $states.input.a %}", null, 0.1, " {% x %}"] },
        End: true,
      },
    },
    { input: { a: { b: 1 } } },
  );
  expect(run.output).toEqual({ "{% k %}": [{ b: 1 }, null, 0.1, " {% x %}"] });
});

test("an expression without a value fails the execution and says where (R-JA-16, R-JA-25, R-HIST-11)", async () => {
  const run = await runStates({
    First: { Type: "Pass", Next: "Second" },
    Second: { Type: "Pass", Output: { a: { b: ["{% $states.input.missing %}"] } }, End: true },
  });
  const cause =
    "An error occurred while executing the state 'Second' (entered at the event id #4). The JSONata expression " +
    "'$states.input.missing' specified for the field 'Output/a/b[0]' returned nothing (undefined).";
  expect(run).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError", cause });
  expect(trace(run).slice(2)).toEqual([
    "4<3 PassStateEntered Second",
    "5<3 EvaluationFailed States.QueryEvaluationError",
    "6<5 ExecutionFailed States.QueryEvaluationError",
  ]);
  expect(detailsOfType(run, "EvaluationFailed")).toMatchObject({
    location: "Output/a/b[0]",
    state: "Second",
  });
});

test("all values of Assign are those of state entry, so two variables can be swapped (R-VAR-05)", async () => {
  const run = await runStates({
    Set: { Type: "Pass", Assign: { x: 1, y: 2 }, Next: "Swap" },
    Swap: { Type: "Pass", Assign: { x: "{% $y %}", y: "{% $x %}" }, Output: "{% [$x, $y] %}", Next: "Read" },
    Read: { Type: "Pass", Output: { before: "{% $states.input %}", after: "{% [$x, $y] %}" }, End: true },
  });
  expect(run.output).toEqual({ before: [1, 2], after: [2, 1] });
});

test("assigned variables stand in the exit event as JSON text, and only where there are any (R-VAR-16)", async () => {
  const run = await runStates({
    Set: { Type: "Pass", Assign: { text: "a", number: 42 }, Next: "End" },
    End: { Type: "Succeed" },
  });
  expect(detailsOfType(run, "PassStateExited").assignedVariables).toEqual({ text: '"a"', number: "42" });
  expect(detailsOfType(run, "SucceedStateExited")).not.toHaveProperty("assignedVariables");
});

test("Fail has no exit event, and gives only what it has (R-FAIL-01)", async () => {
  const bare = await runStates({ Stop: { Type: "Fail" } });
  expect(trace(bare)).toEqual(["2<0 FailStateEntered Stop", "3<2 ExecutionFailed"]);
  expect(bare).toMatchObject({ status: "FAILED", error: null, cause: null });
  const full = await runStates({ Stop: { Type: "Fail", Error: "{% 'E' & 1 %}", Cause: "why" } });
  expect(full).toMatchObject({ error: "E1", cause: "why" });
});

test("Error that is no text is an evaluation error (R-JA-24)", async () => {
  const run = await runStates({ Stop: { Type: "Fail", Error: "{% 1 %}" } });
  expect(run.error).toBe("States.QueryEvaluationError");
  expect(run.cause).toContain(
    "returned an unexpected result type. Expected 'string', but was 'number' for value: 1",
  );
});

test("the context object shows the execution and the state in the recorded order (R-CTX-01)", async () => {
  const run = await runStates(
    { Show: { Type: "Pass", Output: "{% $states.context %}", End: true } },
    { input: { a: 1 } },
  );
  expect(JSON.stringify(run.output)).toBe(
    JSON.stringify({
      Execution: {
        Id: "arn:aws:states:us-east-1:111111111111:execution:stateMachine:execution-0",
        Input: { a: 1 },
        StartTime: "2026-01-01T00:00:00Z",
        Name: "execution-0",
        RoleArn: "arn:aws:iam::111111111111:role/stateMachine",
        RedriveCount: 0,
      },
      StateMachine: {
        Id: "arn:aws:states:us-east-1:111111111111:stateMachine:stateMachine",
        Name: "stateMachine",
      },
      State: { Name: "Show", EnteredTime: "2026-01-01T00:00:00Z" },
    }),
  );
});
