import { afterAll, describe, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// `simulate --coverage` says what a run took, with the lines of what was written; `--test-case` runs a test case of
// a mock file of Step Functions Local.

const definition = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": { "FunctionName": "charge", "Payload": {} },
      "Retry": [
        { "ErrorEquals": ["Busy"] }
      ],
      "Catch": [
        { "ErrorEquals": ["Declined"], "Next": "Refuse" }
      ],
      "Next": "Done"
    },
    "Refuse": { "Type": "Fail", "Error": "Refused" },
    "Done": { "Type": "Succeed" }
  }
}
`;
const workflowText = `import { lambda, workflow } from "statewright";
const charge = lambda<(event: { id: string }) => Promise<{ ok: boolean }>, "Declined">("arn:aws:lambda:us-east-1:111111111111:function:charge");
export const orders = workflow("orders").input<{ id: string }>()
  .task("Charge", charge)
  .catch("Declined", (handler) => handler.fail("Refuse"))
  .choice("Paid?")
  .when((input) => input.ok, (branch) => branch.pass("Ship"))
  .otherwise((branch) => branch.fail("Unpaid"))
  .end();
`;
const returned = { Return: { StatusCode: 200, Payload: { ok: true } } };
const folder = makeFolder("coverage", {
  "orders.asl.json": definition,
  "orders.ts": workflowText,
  "input.json": { id: "A-1" },
  "mocks.json": { states: { Charge: { result: { ok: true } } } },
  "MockConfigFile.json": {
    StateMachines: { orders: { TestCases: { HappyPath: { Charge: "Ok" }, RetryPath: { Charge: "Busy" } } } },
    MockedResponses: { Ok: { "0": returned }, Busy: { "0": { Throw: { Error: "Busy" } }, "1": returned } },
  },
});
afterAll(() => folder.remove());
const simulate = (...args: string[]) => statewright(["simulate", ...args], folder.path);

describe("--coverage", () => {
  test("text: what is missing, with its line in the definition", async () => {
    const { code, stdout } = await simulate("orders.asl.json", "--mocks", "mocks.json", "--coverage", "text");
    expect(code).toBe(0);
    expect(stdout.split("\n\n")[1]).toBe(
      [
        "orders: 2 of 3 states (66.6 %), 0 of 2 branches (0 %)",
        '  not taken  orders.asl.json:10  "Charge"  Retry[0] on Busy',
        '  not taken  orders.asl.json:13  "Charge"  Catch[0] on Declined → Refuse',
        '  not taken  orders.asl.json:17  "Refuse"',
        "",
      ].join("\n"),
    );
  });

  test("text: of a workflow the lines of its TypeScript", async () => {
    const args = ["--input", "input.json", "--mocks", "mocks.json", "--coverage", "text"];
    const { stdout } = await simulate("orders.ts", ...args);
    expect(stdout).toContain('not taken  orders.ts:5  "Charge"  Catch[0] on Declined → Refuse');
    expect(stdout).toContain('not taken  orders.ts:8  "Paid?"   Default → Unpaid');
  });

  test("lcov: nothing else stands on standard output", async () => {
    const args = ["--input", "input.json", "--mocks", "mocks.json", "--coverage", "lcov"];
    const { stdout, stderr } = await simulate("orders.ts", ...args);
    expect(stdout).toMatch(/^TN:\nSF:orders\.ts\nFN:4,Charge\n[\s\S]*BRDA:5,0,0,0\n[\s\S]*end_of_record\n$/);
    expect(stderr).toContain("SUCCEEDED");
  });

  test("--json: the totals and what is missing", async () => {
    const { stdout } = await simulate(
      "orders.asl.json",
      "--mocks",
      "mocks.json",
      "--coverage",
      "text",
      "--json",
    );
    const { coverage, taken } = JSON.parse(stdout);
    expect(taken).toBeUndefined();
    expect(coverage).toMatchObject({
      states: { taken: 2, of: 3, percent: 66.6 },
      branches: { taken: 0, of: 2 },
    });
    expect(coverage.missing).toHaveLength(3);
    expect(coverage.missing[2]).toEqual({
      kind: "state",
      state: "Refuse",
      pointer: "/States/Refuse",
      file: "orders.asl.json",
      line: 17,
    });
  });

  test("another format is wrong usage", async () => {
    const { code, stderr } = await simulate("orders.asl.json", "--coverage", "html");
    expect([code, stderr]).toEqual([2, expect.stringContaining("It can be: text, lcov.")]);
  });
});

describe("--test-case", () => {
  const file = ["orders.asl.json", "--mocks", "MockConfigFile.json"];

  test("runs a test case as it stands", async () => {
    const { code, stdout } = await simulate(...file, "--test-case", "RetryPath", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 1, transitions: 3 });
  });

  test.each([
    [[...file, "--test-case", "HapyPath"], 'Did you mean "HappyPath"?'],
    [file, "one test case (`--test-case NAME`"],
    [["orders.asl.json", "--test-case", "HappyPath"], "there is no `--mocks`"],
    [
      ["orders.asl.json", "--mocks", "mocks.json", "--test-case", "A"],
      "needs a mock file of Step Functions Local",
    ],
  ])("%j: wrong usage", async (args, message) => {
    const { code, stderr, stdout } = await simulate(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
