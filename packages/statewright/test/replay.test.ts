import { afterAll, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// `replay` runs recorded executions again, says what differs where, and counts what it compared.

const machine = {
  StartAt: "Charge",
  States: {
    Charge: {
      Type: "Task",
      Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      Parameters: { QueueUrl: "https://q", MessageBody: { "token.$": "$$.Task.Token", "id.$": "$.id" } },
      Next: "Each",
    },
    Each: {
      Type: "Map",
      ItemsPath: "$.items",
      ItemProcessor: {
        StartAt: "Price",
        States: {
          Price: {
            Type: "Task",
            Resource: "arn:aws:lambda:eu-west-1:222222222222:function:price",
            End: true,
          },
        },
      },
      End: true,
    },
  },
};
const folder = makeFolder("replay", {
  "orders.asl.json": machine,
  "changed.asl.yaml":
    "StartAt: Charge\nStates:\n  Charge: { Type: Pass, Next: Each }\n  Each: { Type: Pass, End: true }\n",
  "input.json": { id: "secret-7" },
  "mocks.json": {
    states: {
      Charge: { callback: { result: { items: [1, 2] } } },
      Price: [{ result: { price: 10 } }, { result: { price: 20 } }],
    },
  },
  "empty/readme.txt": "no recording",
  "list.json": [],
  "unanswered.json": {
    definition: machine,
    input: { id: 1 },
    tasks: [],
    expected: { status: "SUCCEEDED", history: null },
  },
});
afterAll(() => folder.remove());

const run = (...args: readonly string[]) => statewright(["replay", ...args], folder.path);

/** What AWS's tools would print of a simulated execution. */
async function recordExecution(): Promise<void> {
  const args = ["simulate", "orders.asl.json", "--input", "input.json", "--mocks", "mocks.json", "--json"];
  const { events, output } = JSON.parse((await statewright(args, folder.path)).stdout);
  folder.write("history.json", { events: events.toReversed() });
  folder.write("describe.json", {
    executionArn: "arn:aws:states:us-east-1:111111111111:execution:stateMachine:execution-0",
    status: "SUCCEEDED",
    startDate: "2026-01-01T00:00:00.000Z",
    input: JSON.stringify({ id: "secret-7" }),
    output: JSON.stringify(output),
  });
  const made = await run("--from-aws", "describe.json", "history.json", "--definition", "orders.asl.json");
  expect(made).toMatchObject({ code: 0, stderr: "" });
  folder.write("recorded/one.json", made.stdout);
}

test("a recording made of AWS's answers says what the tasks did, item by item, and replays", async () => {
  await recordExecution();
  const made = JSON.parse((await run("--from-aws", "describe.json", "history.json")).stdout);
  expect(made.tasks).toMatchObject([
    { state: "Charge", occurrence: 0, submitted: {}, result: { items: [1, 2] } },
    { state: "Price", iteration: 0, result: { price: 10 } },
    { state: "Price", iteration: 1, result: { price: 20 } },
  ]);
  expect(made.definition).toBeUndefined();
  const { code, stdout, stderr } = await run("recorded", "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual({
    cases: [{ id: "arn:aws:states:us-east-1:111111111111:execution:stateMachine:execution-0", match: true }],
    summary: {
      match: 1,
      differ: 0,
      unsupported: 0,
      outside: 0,
      histories: { equal: 1, of: 1 },
      outcomes: { equal: 0, of: 0 },
      testStates: { equal: 0, of: 0 },
      events: { compared: 25, masked: 1 }, // the task token is another one each time
    },
  });
});

test("a changed machine differs at an event, with exit code 1, and its values can be kept back", async () => {
  const { code, stdout } = await run("recorded", "--definition", "changed.asl.yaml");
  expect(code).toBe(1);
  expect(stdout).toContain('event 2 /type\n  recorded  "TaskStateEntered"\n  now       "PassStateEntered"');
  expect(stdout).toMatch(/^histories equal +0 of 1$/m);
  const recorded = JSON.parse(
    (await run("--from-aws", "describe.json", "history.json", "--definition", "orders.asl.json")).stdout,
  );
  recorded.input.id = "another secret";
  folder.write("other.json", recorded);
  const open = await run("other.json", "--json");
  expect(JSON.parse(open.stdout).cases[0].difference).toEqual({
    event: 1,
    path: "/details/input/id",
    expected: "secret-7",
    actual: "another secret",
  });
  for (const json of [[], ["--json"]]) {
    const { code, stdout } = await run("other.json", "--redact", ...json);
    expect(code).toBe(1);
    expect(stdout).toContain("text of 8 characters");
    expect(stdout).not.toContain("secret");
  }
});

test("what is printed of a recording can be kept back as well", async () => {
  const { stdout } = await run("--from-aws", "describe.json", "history.json", "--redact");
  expect(stdout).not.toContain("secret-7");
  expect(JSON.parse(stdout)).toMatchObject({
    input: { id: "<text of 8 characters>" },
    tasks: [{ state: "Charge" }, {}, {}],
  });
});

test("what cannot be run again is refused with the reason and no difference", async () => {
  const { code, stdout } = await run("unanswered.json", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout).cases).toEqual([
    {
      id: "unanswered",
      match: false,
      unsupported: expect.stringContaining('Nothing answers the call of "Charge"'),
    },
  ]);
});

test.each([
  [["none.json"], "There is no such file"],
  [["empty"], "There is no recording in this folder"],
  [["list.json"], "it has an array, where an object belongs"],
  [["orders.asl.json"], "it has nothing at `/expected`"],
  [["--from-aws", "describe.json"], "needs two files"],
  [["--from-aws", "describe.json", "list.json"], "no history"],
  [["--from-aws", "list.json", "history.json"], "no answer of describe-execution"],
  [["recorded", "--definition", "list.json"], "list.json"],
  [[], "needs a file"],
])("wrong usage %j is one clear line", async (args, says) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).toContain(says);
});
