import { describe, expect, test } from "vitest";
import { machineOf, runStates } from "../../test/run-states.ts";
import { readLocalMocks } from "./read-local-mocks.ts";

// The format of AWS's former Step Functions Local: its test cases run unchanged.

const states = {
  LambdaState: {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: { FunctionName: "f", Payload: {} },
    Output: "{% $states.result.Payload %}",
    Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 3 }],
    Next: "Approve",
  },
  Approve: {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    Arguments: { QueueUrl: "q", MessageBody: "{% $states.context.Task.Token %}" },
    End: true,
  },
};
const machine = machineOf(states);
const ok = { Return: { StatusCode: 200, Payload: { body: "hello" } } };
const file = {
  StateMachines: {
    Orders: {
      TestCases: {
        HappyPath: { LambdaState: "Ok", Approve: "Approved" },
        RetryPath: { LambdaState: "Third", Approve: "Approved" },
        Half: { LambdaState: "Ok" },
        Wrong: { LambdaState: "Thrid" },
      },
    },
    Other: { TestCases: { HappyPath: { X: "Ok" }, Half: { X: "Ok" } } },
  },
  MockedResponses: {
    Ok: { "0": ok },
    Third: { "0": { Throw: { Error: "Busy", Cause: "c" } }, "1-2": { Throw: { Error: "Slow" } }, "3": ok },
    Approved: { "0": { Return: { yes: true } } },
  },
};

const read = (testCase: string, json: unknown = file, stateMachineName?: string) =>
  readLocalMocks(json, machine, { testCase, stateMachineName });
const messages = (testCase: string, json?: unknown) =>
  read(testCase, json).diagnostics.map(({ message, help }) => [message, help].filter(Boolean).join(" "));

test("a Return is the whole result: of a function with its envelope, of a token what the callback brings", async () => {
  const { mocks } = read("HappyPath", file, "Orders");
  const run = await runStates(states, { mocks: mocks ?? {} });
  expect(run).toMatchObject({ status: "SUCCEEDED", output: { yes: true } });
  expect(run.events.find(({ type }) => type === "TaskStateExited")?.stateExitedEventDetails?.output).toBe(
    '{"body":"hello"}',
  );
});

test("ranges answer that many calls, in order: retries are calls", async () => {
  const run = await runStates(states, { mocks: read("RetryPath").mocks ?? {} });
  expect(run).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 1 + 2 + 4 });
  expect(
    run.events.flatMap((event) => (event.taskFailedEventDetails ? [event.taskFailedEventDetails.error] : [])),
  ).toEqual(["Busy", "Slow", "Slow"]);
});

test("a state that the test case leaves out is not answered", async () => {
  const { mocks } = read("Orders#Half");
  expect((await runStates(states, { mocks: mocks ?? {} })).status).toBe("WAITING");
});

describe("what is wrong is named", () => {
  test("a test case that does not exist, with the nearest name", () => {
    const [found] = read("RetyrPath").diagnostics;
    expect(found).toMatchObject({
      code: "simulate/unknown-test-case",
      message: 'The mock file has no test case "RetyrPath".',
      help: 'Did you mean "RetryPath"?',
    });
    expect(messages("Ordres#RetryPath")[0]).toContain('Did you mean "Orders#RetryPath"?');
  });

  test("a test case that several machines have", () => {
    expect(messages("HappyPath")).toEqual([
      "The mocks have `HappyPath` in several at `StateMachines`, where a test case of one machine: " +
        "`Orders#HappyPath` or `Other#HappyPath` belongs.",
    ]);
  });

  test("a response that does not exist, with the nearest name", () => {
    expect(messages("Wrong")).toEqual([
      'The mocks have `"Thrid"` at `StateMachines.Orders.TestCases.Wrong.LambdaState`, where the name of one of ' +
        "`MockedResponses` belongs. Did you mean `Third`?",
    ]);
  });

  const withResponse = (response: unknown) => ({
    StateMachines: { M: { TestCases: { Case: { LambdaState: "R" } } } },
    MockedResponses: { R: response },
  });
  test.each([
    [{ "0": {} }, "either `Return` or `Throw`"],
    [{ "0": { Return: 1, Throw: { Error: "E" } } }, "either `Return` or `Throw`"],
    [{ "0": { Throw: { Error: 1 } } }, "`Error` and `Cause`"],
    [{ "1": ok }, "an answer `0`"],
    [{ "0": ok, "0-1": ok }, "a number that is free"],
    [{ "2-1": ok }, "a number or a range"],
    [{ "0-999999999": ok }, "a number or a range"],
    [{ first: ok }, "a number or a range"],
  ])("%j: %s belongs there", (response, expected) => {
    expect(messages("Case", withResponse(response)).join(" ")).toContain(expected);
  });

  test.each([null, 1, [], {}, { StateMachines: 1 }, { StateMachines: { M: { TestCases: { Case: 3 } } } }])(
    "%j is no mock file",
    (json) => expect(read("Case", json).mocks).toBeUndefined(),
  );
});
