import { afterAll, describe, expect, test, vi } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// `simulate --fuzz` draws inputs from the input schema, and prints a small one that shows a fault of the machine.

vi.setConfig({ testTimeout: 120_000 });

const task = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: "price", Payload: {} },
  Output: "{% $states.result.Payload %}",
};
const machineOf = (states: object) => ({ QueryLanguage: "JSONata", StartAt: "First", States: states });
/** Fails for a list without items, as there is nothing to read of its first. */
const first = { Type: "Pass", Output: "{% $states.input.items[0].price + 1 %}", End: true };
const objectOf = (properties: object, required: readonly string[]) => ({
  type: "object",
  properties,
  required,
});
const items = { type: "array", items: objectOf({ price: { type: "integer" } }, ["price"]) };
const input = objectOf({ items, note: { type: "string" }, count: { type: "integer" } }, ["items"]);
const some = { ...input, properties: { ...input.properties, items: { ...items, minItems: 1 } } };
const envelope = objectOf({ Payload: { type: "number", minimum: 0, maximum: 20 } }, ["Payload"]);
const costly = {
  Type: "Choice",
  Choices: [{ Condition: "{% $states.input < 10 %}", Next: "Cheap" }],
};

const folder = makeFolder("fuzz", {
  "planted.asl.json": machineOf({ First: first }),
  "planted.types.json": { version: 1, input },
  "some.types.json": { version: 1, input: some },
  "bare.asl.json": machineOf({ First: first }),
  "result.asl.json": machineOf({
    First: { ...task, Next: "Costly" },
    Costly: costly,
    Cheap: { Type: "Succeed" },
  }),
  "result.types.json": { version: 1, input: {}, states: { "/States/First": { result: envelope } } },
  "untold.types.json": { version: 1, input: {} },
  "mocks.json": { states: { First: { result: 3 } } },
  "promise.asl.json": machineOf({ First: { Type: "Pass", Output: "{% $states.input.n %}", End: true } }),
  "promise.types.json": {
    version: 1,
    input: objectOf({ n: { type: "integer", minimum: 0 } }, ["n"]),
    output: { type: "integer", maximum: 6 },
  },
  "endless.asl.json": machineOf({ First: { Type: "Pass", Next: "First" } }),
  "meant.asl.json": machineOf({ First: { Type: "Fail", Error: "Declined" } }),
  "pattern.types.json": { version: 1, input: { type: "string", pattern: "^never drawn$" } },
  "orders.ts": `import { workflow } from "statewright";
export const orders = workflow("orders").input<{ id: string }>().pass("Done").end();
`,
});
afterAll(() => folder.remove());
const fuzz = (...args: string[]) => statewright(["simulate", ...args], folder.path);
const found = async (...args: string[]) => JSON.parse((await fuzz(...args, "--json")).stdout);

describe("a fault is found and made as small as it goes", () => {
  test("of the input: nothing is left but the list without items", async () => {
    const { code, stdout } = await fuzz("planted.asl.json", "--fuzz", "200");
    expect(code).toBe(1);
    expect(stdout).toContain("States.QueryEvaluationError");
    expect(stdout).toContain('test("planted has no fault: States.QueryEvaluationError"');
    const { failing } = await found("planted.asl.json", "--fuzz", "200");
    expect(failing).toMatchObject({ state: "First", input: { items: [] }, mocks: { states: {} } });
    expect(stdout).toContain(failing.test);
  });

  test("none where the schema asks for an item", async () => {
    const { code, stdout } = await fuzz("planted.asl.json", "--types", "some.types.json", "--fuzz", "100");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "100 runs with seed 0: 100 SUCCEEDED\nNo input was found that shows a fault of the machine.\n",
    });
  });

  test("of what a call returns: the least price that no rule takes", async () => {
    const { failing } = await found("result.asl.json", "--fuzz", "200");
    expect(failing).toMatchObject({
      error: "States.NoChoiceMatched",
      state: "Costly",
      mocks: { states: { First: { envelope: { Payload: 10 } } } },
    });
  });

  test("given mocks come first", async () => {
    const { code } = await fuzz("result.asl.json", "--mocks", "mocks.json", "--fuzz", "50");
    expect(code).toBe(0);
  });

  test("of an output outside of its promise", async () => {
    const { failing } = await found("promise.asl.json", "--fuzz", "200");
    expect(failing).toMatchObject({ status: "OUTPUT", input: { n: 7 } });
    expect(failing.test).toContain("expect(run.output).not.toEqual(7)");
  });

  test("of a machine that never ends", async () => {
    const { failing } = await found("endless.asl.json", "--types", "untold.types.json", "--fuzz", "1");
    expect(failing).not.toBeNull();
  });
});

test("an error that the machine names itself is no fault", async () => {
  const { code } = await fuzz("meant.asl.json", "--types", "untold.types.json", "--fuzz", "20");
  expect(code).toBe(0);
});

test("the same seed finds the same, another draws others", async () => {
  const runs = [1, 1, 2].map((seed) => fuzz("planted.asl.json", "--fuzz", "200", "--seed", `${seed}`));
  const [one, again, other] = await Promise.all(runs);
  expect(one).toEqual(again);
  expect(other?.stdout).not.toBe(one?.stdout);
});

describe("what cannot be fuzzed is said in one line", () => {
  test.each([
    [["bare.asl.json", "--fuzz", "9"], "config/option-value", '"input"'],
    [["orders.ts", "--fuzz", "9"], "config/option-value", ".input(SCHEMA)"],
    [["planted.asl.json", "--fuzz", "0"], "config/option-value", "--fuzz 500"],
    [["planted.asl.json", "--fuzz", "many"], "config/option-value", "--fuzz 500"],
    [["planted.asl.json", "--fuzz", "9", "--input", "mocks.json"], "config/option-value", "--input"],
    [["result.asl.json", "--types", "untold.types.json", "--fuzz", "9"], "simulate/no-mock", "First"],
    [["planted.asl.json", "--types", "pattern.types.json", "--fuzz", "9"], "simulate/input-schema", "enum"],
  ])("%j", async (args, code, says) => {
    const outcome = await fuzz(...args, "--json");
    expect(outcome.code).toBe(2);
    expect(JSON.parse(outcome.stdout).error.code).toBe(code);
    expect(outcome.stderr).toContain(says);
  });
});
