import { afterAll, describe, expect, test, vi } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// Files that can be read and hold something else than they should: exit code 2, and what to correct.

vi.setConfig({ testTimeout: 60_000 });

const task = {
  QueryLanguage: "JSONata",
  StartAt: "Charge",
  States: {
    Charge: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: "f" },
      End: true,
    },
  },
};
const schema = {
  type: "object",
  properties: { id: { type: "string" }, lines: { type: "array", items: { type: "number" } } },
  required: ["id"],
};

const folder = makeFolder("wrong-content", {
  "m.asl.json": task,
  "m.types.json": { version: 1, input: schema },
  "good.json": { id: "a" },
  "mocks.json": { states: { Charge: { result: {} } } },
  "deep.json": `${"[".repeat(5000)}${"]".repeat(5000)}`,
});
afterAll(() => folder.remove());

async function simulate(...args: readonly string[]) {
  return statewright(["simulate", "m.asl.json", ...args, "--json"], folder.path);
}

function expectRefused(
  { code, stdout, stderr }: Awaited<ReturnType<typeof simulate>>,
  wanted: string,
  ...says: readonly string[]
) {
  expect({ code, error: JSON.parse(stdout).error?.code }).toEqual({ code: 2, error: wanted });
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  for (const part of says) expect(stderr).toContain(part);
}

describe("an input that does not fit the schema", () => {
  const inputs: readonly (readonly [string, unknown, string])[] = [
    ["a field of another type", { id: 7 }, "`/id`"],
    ["a missing field", {}, '"id"'],
    ["an item of another type", { id: "a", lines: [1, "two"] }, "`/lines/1`"],
    ["another kind of value", null, "at its top"],
    ["no object of ours", JSON.parse('{"__proto__": {"id": "a"}}'), '"id"'],
  ];
  test.concurrent.each(inputs)("%s", async (name, input, says) => {
    folder.write(`${name}.json`, JSON.stringify(input));
    expectRefused(await simulate("--input", `${name}.json`), "simulate/input", `${name}.json`, says);
  });

  test.concurrent("no input at all, where the schema wants one", async () => {
    expectRefused(await simulate(), "simulate/input", '"id"');
  });

  test.concurrent("an input that is nested too deeply", async () => {
    expectRefused(await simulate("--input", "deep.json"), "limit/nesting-depth", "deep.json");
  });

  test.concurrent("a schema whose pattern runs for ever ends", async () => {
    const hostile = { version: 1, input: { properties: { id: { type: "string", pattern: "^(a+)+$" } } } };
    folder.write("hostile.types.json", hostile);
    folder.write("hostile.json", { id: `${"a".repeat(60)}!` });
    const outcome = await simulate("--types", "hostile.types.json", "--input", "hostile.json");
    expectRefused(outcome, "simulate/input-schema", "hostile.types.json");
  }, 30_000);

  test.concurrent("a schema that refers to nothing", async () => {
    folder.write("dangling.types.json", { version: 1, input: { $ref: "#/$defs/Nothing" } });
    const outcome = await simulate("--types", "dangling.types.json", "--input", "good.json");
    expectRefused(outcome, "simulate/input-schema", "dangling.types.json");
  });
});

describe("mocks that are wrong", () => {
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ["a list", [], "mocks.json"],
    ["an unknown key", { state: {} }, "state"],
    ["an answer without a result", { states: { Charge: { resul: {} } } }, "resul"],
  ];
  test.concurrent.each(wrong)("%s", async (name, mocks, says) => {
    folder.write(`${name} mocks.json`, JSON.stringify(mocks));
    const { code, stdout, stderr } = await simulate("--input", "good.json", "--mocks", `${name} mocks.json`);
    expect({ code, error: JSON.parse(stdout).error.code }).toEqual({
      code: 2,
      error: expect.stringMatching(/^simulate\//),
    });
    expect(stderr).toContain(says);
  });

  test.concurrent("a key such as __proto__ is a name like any other", async () => {
    folder.write(
      "proto mocks.json",
      '{ "states": { "__proto__": { "result": 1 }, "Charge": { "result": {} } } }',
    );
    const { code, stderr } = await simulate("--input", "good.json", "--mocks", "proto mocks.json");
    expect(code).toBe(0);
    expect(stderr).toContain('"__proto__"');
  });
});

describe("a types file that is wrong", () => {
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ["a list", [], "no object"],
    ["no version", { input: {} }, "`version`"],
    ["an unknown key", { version: 1, state: {} }, "`states`"],
    ["a name for a pointer", { version: 1, states: { Charge: {} } }, "/States/Charge"],
    ["a schema that is text", { version: 1, input: "string" }, "`input`"],
    ["a state that is text", { version: 1, states: { "/States/Charge": "x" } }, "/States/Charge"],
    ["a bound below one", { version: 1, bounds: { "/States/Charge": { visits: 0 } } }, "visits"],
  ];
  test.concurrent.each(wrong)("%s", async (name, types, says) => {
    folder.write(`${name}.types.json`, JSON.stringify(types));
    const file = `${name}.types.json`;
    const outcome = await statewright(["check", "m.asl.json", "--types", file, "--json"], folder.path);
    expectRefused(outcome, "config/types-file", file, says);
  });
});
