import { afterAll, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// A workflow that starts another one runs with it: the mocks file names its definition.

const parent = {
  QueryLanguage: "JSONata",
  StartAt: "Bill",
  States: {
    Bill: {
      Type: "Task",
      Resource: "arn:aws:states:::states:startExecution.sync:2",
      Arguments: {
        StateMachineArn: "arn:aws:states:us-east-1:111111111111:stateMachine:Billing",
        Input: "{% $states.input %}",
      },
      Output: "{% $states.result.Output %}",
      End: true,
    },
  },
};
const billing = {
  QueryLanguage: "JSONata",
  StartAt: "Charge",
  States: {
    Charge: { Type: "Task", Resource: "arn:aws:lambda:us-east-1:111111111111:function:charge", End: true },
  },
};
const mocks = (file: string) => ({
  machines: { Billing: file },
  states: { "Billing/Charge": { result: { charged: true } } },
});

const folder = makeFolder("nested", {
  "parent.asl.json": JSON.stringify(parent),
  "mocks/mocks.json": JSON.stringify(mocks("machines/billing.asl.json")),
  "mocks/absent.json": JSON.stringify(mocks("billing.asl.json")),
  "mocks/machines/billing.asl.json": JSON.stringify(billing),
});
afterAll(() => folder.remove());

test("the started machine runs on the same clock", async () => {
  const { code, stdout } = await statewright(
    ["simulate", "parent.asl.json", "--mocks", "mocks/mocks.json", "--json"],
    folder.path,
  );
  expect(code).toBe(0);
  const run = JSON.parse(stdout);
  expect(run.output).toEqual({ charged: true });
});

test("a definition that is not there is named", async () => {
  const { code, stderr } = await statewright(
    ["simulate", "parent.asl.json", "--mocks", "mocks/absent.json"],
    folder.path,
  );
  expect(code).toBe(2);
  expect(stderr).toContain(
    "`billing.asl.json`, which `machines` names for `Billing`, is not read: there is no such file",
  );
});
