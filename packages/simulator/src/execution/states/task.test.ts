import { expect, test } from "vitest";
import { detailsOfType, lambdaTask, machineOf, runStates, trace } from "../../../test/run-states.ts";
import { simulate } from "../../driver/simulate.ts";

const invoke = "arn:aws:states:::lambda:invoke";

test("a request and its response (rules 12)", async () => {
  const run = await runStates(
    {
      Call: {
        Type: "Task",
        Resource: invoke,
        Arguments: { FunctionName: "f", Payload: "{% $states.input %}" },
        End: true,
      },
    },
    { input: { n: 1 }, mocks: { states: { Call: { result: { done: true } } } } },
  );
  expect(trace(run)).toEqual([
    "2<0 TaskStateEntered Call",
    "3<2 TaskScheduled",
    "4<3 TaskStarted",
    "5<4 TaskSucceeded",
    "6<5 TaskStateExited Call",
    "7<6 ExecutionSucceeded",
  ]);
  expect(run.output).toEqual({ ExecutedVersion: "$LATEST", Payload: { done: true }, StatusCode: 200 });
  expect(detailsOfType(run, "TaskScheduled")).toEqual({
    resourceType: "lambda",
    resource: "invoke",
    region: "us-east-1",
    parameters: '{"FunctionName":"f","Payload":{"n":1}}',
  });
});

test("a function's ARN has LambdaFunction events and gives its own result (R-INT-04)", async () => {
  const run = await runStates(
    { Call: lambdaTask() },
    { input: [1], mocks: { states: { Call: { result: 7 } } } },
  );
  expect(trace(run).slice(1, 4)).toEqual([
    "3<2 LambdaFunctionScheduled",
    "4<3 LambdaFunctionStarted",
    "5<4 LambdaFunctionSucceeded",
  ]);
  expect(run.output).toBe(7);
});

test("Output and Assign see the result; without Output it is the output (R-JA-10, R-JA-12)", async () => {
  const run = await runStates(
    {
      Call: lambdaTask({
        Assign: { got: "{% $states.result.id %}" },
        Output: "{% $states.input %}",
        Next: "Read",
        End: undefined,
      }),
      Read: { Type: "Pass", Output: "{% [$states.input.n, $got] %}", End: true },
    },
    { input: { n: 1 }, mocks: { states: { Call: { result: { id: "c1" } } } } },
  );
  expect(run.output).toEqual([1, "c1"]);
});

test("a job is submitted, then ends (R-PAT-04)", async () => {
  const run = await runStates(
    {
      Child: {
        Type: "Task",
        Resource: "arn:aws:states:::states:startExecution.sync:2",
        Arguments: { StateMachineArn: "a" },
        End: true,
      },
    },
    { mocks: { states: { Child: { result: { Output: { n: 1 } }, durationSeconds: 90 } } } },
  );
  expect(trace(run).slice(2, 5)).toEqual(["4<3 TaskStarted", "5<4 TaskSubmitted", "6<5 TaskSucceeded"]);
  expect(run).toMatchObject({ output: { Output: { n: 1 } }, elapsedSeconds: 90 });
});

const approve = {
  Type: "Task",
  Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
  Arguments: { QueueUrl: "q", MessageBody: { token: "{% $states.context.Task.Token %}" } },
  End: true,
};

test("a callback that nobody makes leaves the execution waiting, and says for what", async () => {
  const run = await runStates({ Approve: approve });
  const token = run.waiting?.[0]?.token;
  expect(run.status).toBe("WAITING");
  expect(run.waiting).toEqual([
    {
      state: "Approve",
      pointer: "/States/Approve",
      token,
      arguments: { QueueUrl: "q", MessageBody: { token } },
    },
  ]);
  expect(token).toMatch(/^[0-9a-f-]{36}$/);
});

test("a callback comes when its mock says, and its result is the state's (R-PAT-06)", async () => {
  const mocks = { states: { Approve: { callback: { result: { ok: true } }, afterSeconds: 3600 } } };
  const run = await runStates({ Approve: approve }, { mocks });
  expect(run).toMatchObject({ status: "SUCCEEDED", output: { ok: true }, elapsedSeconds: 3600 });
});

test("a callback can bring an error, verbatim (R-PAT-05)", async () => {
  const mocks = { states: { Approve: { callback: { error: "Denied", cause: "no budget" } } } };
  const run = await runStates({ Approve: approve }, { mocks });
  expect(run).toMatchObject({ status: "FAILED", error: "Denied", cause: "no budget" });
  expect(trace(run).slice(3)).toEqual([
    "5<4 TaskSubmitted",
    "6<5 TaskFailed Denied",
    "7<6 ExecutionFailed Denied",
  ]);
});

test("TimeoutSeconds passes: no cause in the history, an empty one for a catcher (R-TASK-04)", async () => {
  const mocks = { states: { Call: { result: 1, durationSeconds: 6 } } };
  const failed = await runStates({ Call: lambdaTask({ TimeoutSeconds: "{% 2 + 3 %}" }) }, { mocks });
  expect(failed).toMatchObject({ status: "FAILED", error: "States.Timeout", cause: null, elapsedSeconds: 5 });
  expect(trace(failed).slice(3)).toEqual([
    "5<4 LambdaFunctionTimedOut States.Timeout",
    "6<5 ExecutionFailed States.Timeout",
  ]);
  const caught = await runStates(
    {
      Call: lambdaTask({ TimeoutSeconds: 5, Catch: [{ ErrorEquals: ["States.Timeout"], Next: "End" }] }),
      End: { Type: "Succeed" },
    },
    { mocks },
  );
  expect(caught.output).toEqual({ Error: "States.Timeout", Cause: "" });
});

test("an answer in time cancels the timeout: no time passes for it", async () => {
  const mocks = { states: { Call: { result: 1, durationSeconds: 4 } } };
  const run = await runStates({ Call: lambdaTask({ TimeoutSeconds: 5 }) }, { mocks });
  expect(run).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 4 });
});

test("a missed heartbeat is a timeout that States.HeartbeatTimeout matches too (R-ERR-15)", async () => {
  const run = await runStates({
    Approve: {
      ...approve,
      HeartbeatSeconds: 60,
      Catch: [{ ErrorEquals: ["States.HeartbeatTimeout"], Next: "Late" }],
    },
    Late: { Type: "Succeed" },
  });
  expect(run).toMatchObject({ output: { Error: "States.Timeout", Cause: "" }, elapsedSeconds: 60 });
});

test("a timeout that is no positive integer is an evaluation error (R-TASK-05)", async () => {
  const run = await runStates({ Call: lambdaTask({ TimeoutSeconds: "{% 0 %}" }) });
  expect(run.error).toBe("States.QueryEvaluationError");
});

test("a result over the payload limit is an ordinary task error, caught by States.ALL (R-TASK-07, R-ERR-13)", async () => {
  const mocks = { states: { Call: { result: "ä".repeat(140_000) } } };
  const run = await runStates(
    { Call: lambdaTask({ Catch: [{ ErrorEquals: ["States.ALL"], Next: "End" }] }), End: { Type: "Succeed" } },
    { mocks },
  );
  expect(run.output).toEqual({
    Error: "States.DataLimitExceeded",
    Cause:
      "The state/task 'arn:aws:lambda:us-east-1:111111111111:function:f' returned a result with a size exceeding the " +
      "maximum number of bytes service limit.",
  });
});

test("a state's own output over the limit ends the execution, caught by nothing (R-ERR-13, R-ERR-25)", async () => {
  const large = { Type: "Pass", Output: "{% $pad('x', 300000, 'x') %}", End: true };
  const run = await runStates({
    Both: {
      Type: "Parallel",
      Branches: [{ StartAt: "Large", States: { Large: large } }],
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "End" }],
      End: true,
    },
    End: { Type: "Succeed" },
  });
  expect(run).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
});

test("credentials stand in the scheduled event (R-TASK-06)", async () => {
  const run = await runStates(
    { Call: lambdaTask({ Credentials: { RoleArn: "{% 'arn:' & 'r' %}" } }) },
    {
      mocks: { states: { Call: { result: 1 } } },
    },
  );
  expect(detailsOfType(run, "LambdaFunctionScheduled").taskCredentials).toEqual({ roleArn: "arn:r" });
});

test("a call that nothing answers is refused with the line to add", async () => {
  const run = await simulate(machineOf({ Charge: lambdaTask() }), { input: { id: 7 } });
  expect(run.status).toBe("REFUSED");
  expect(run.diagnostics).toMatchObject([
    {
      code: "simulate/no-mock",
      state: "Charge",
      why: 'It was called with {"id":7}',
      help: 'Add to "states" of the mocks: "Charge": { "result": {} }',
    },
  ]);
});
