import { afterAll, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// `types` prints what the checker knows of the data in every state.

const definition = {
  StartAt: "Each",
  States: {
    Each: {
      Type: "Map",
      InputPath: "$.order",
      ItemsPath: "$.lines",
      ItemSelector: { "price.$": "$$.Map.Item.Value.price", n: 1 },
      ItemProcessor: {
        StartAt: "One",
        States: { One: { Type: "Pass", OutputPath: "$.price", End: true } },
      },
      Assign: { "prices.$": "$" },
      ResultPath: "$.prices",
      Next: "Done",
    },
    Done: { Type: "Succeed" },
    Lost: { Type: "Succeed" },
  },
};
const line = { type: "object", properties: { price: { type: "number" } }, required: ["price"] };
const order = { type: "object", properties: { lines: { type: "array", items: line } }, required: ["lines"] };
const input = { type: "object", properties: { order }, required: ["order"] };
const flow = `import { workflow } from "statewright";
import { z } from "zod";
export const flow = workflow("flow").input(z.object({ prices: z.array(z.number()) }))
  .pass("Sum").output(({ input }) => ({ first: input.prices.map((price) => price * 2) })).end();
export const other = workflow("other").pass("Done").end();
`;

const folder = makeFolder("types", {
  "orders.asl.json": definition,
  "orders.types.json": { version: 1, input },
  "closed.types.json": { version: 1, input: { const: { order: { lines: [{ price: 7 }] } } } },
  "alone.asl.yaml":
    "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Parameters:\n      id.$: $.id\n    End: true\n",
  "names.asl.json": {
    StartAt: "__proto__x",
    States: { __proto__x: { Type: "Pass", Next: "\u001b[31mred" }, "\u001b[31mred": { Type: "Succeed" } },
  },
  "double.asl.json": {
    QueryLanguage: "JSONata",
    StartAt: "S0",
    States: Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [
        `S${n}`,
        {
          Type: "Pass",
          Output: { a: "{% $states.input %}", b: "{% $states.input %}" },
          ...(n < 59 ? { Next: `S${n + 1}` } : { End: true }),
        },
      ]),
    ),
  },
  "flow.ts": flow,
});
afterAll(() => folder.remove());

const types = (...args: readonly string[]) => statewright(["types", ...args], folder.path);

test("every state with its input, variables and output, and the machine with its output and history", async () => {
  const { code, stdout, stderr } = await types("orders.asl.json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(`orders
  output   { order: { lines: { price: number }[] }, prices: number[] }
  history  at least 8 events, without a bound (quota 25,000)

Each  Map
  input   { order: { lines: { price: number }[] } }
  item    { price: number }
  result  number[]
  output  { order: { lines: { price: number }[] }, prices: number[] }

One  Pass in Each
  input   { price: number, n: 1 }
  item    { price: number }
  result  { price: number, n: 1 }
  output  number

Done  Succeed
  input    { order: { lines: { price: number }[] }, prices: number[] }
  $prices  number[]
  output   { order: { lines: { price: number }[] }, prices: number[] }

Lost  Succeed
  input  no data reaches this state
`);
});

test("of one state also its stages in their order, its ways out and its expressions (R-JP-01)", async () => {
  const { code, stdout } = await types("orders.asl.json", "--state", "Each", "--types", "closed.types.json");
  expect(code).toBe(0);
  const names = stdout.split("\n").map((row) => row.trim().split(/ {2,}/)[0]);
  expect(names).toEqual([
    "Each",
    "input",
    "item",
    "afterInputPath",
    "afterItemsPath",
    "afterItemSelector",
    "result",
    "afterResultSelector",
    "afterResultPath",
    "output",
    "→ One",
    "→ Done",
    "InputPath",
    "ItemsPath",
    "ItemSelector/price.$",
    "ItemSelector/n",
    "ItemSelector",
    "Assign/prices.$",
    "",
  ]);
  expect(stdout).toContain("afterItemSelector     { price: 7, n: 1 }");
});

test("--json is one document, with the shapes as JSON Schema", async () => {
  const document = JSON.parse((await types("orders.asl.json", "--json")).stdout);
  expect(document).toMatchObject({
    file: "orders.asl.json",
    machine: "orders",
    output: { text: "{ order: { lines: { price: number }[] }, prices: number[] }" },
    history: { least: 8 },
  });
  expect(document.states.map(({ state }: { readonly state: string }) => state)).toEqual([
    "Each",
    "One",
    "Done",
    "Lost",
  ]);
  expect(document.states[2].variables).toEqual({
    prices: { text: "number[]", schema: { type: "array", items: { type: "number" } } },
  });
  expect(document.states[3]).toEqual({
    state: "Lost",
    pointer: "/States/Lost",
    type: "Succeed",
    reached: false,
  });
  const one = JSON.parse((await types("orders.asl.json", "--state", "One", "--json")).stdout);
  expect(one).not.toHaveProperty("output");
  expect(one.states).toHaveLength(1);
  expect(one.states[0]).toMatchObject({
    stages: { afterResultPath: { text: "{ price: number, n: 1 }" } },
    places: { "/States/Each/ItemProcessor/States/One/OutputPath": { schema: { type: "number" } } },
  });
  expect(one.states[0].ways).toEqual([]);
});

test("YAML without types, and workflows with their own", async () => {
  const yaml = await types("alone.asl.yaml");
  expect(yaml).toMatchObject({ code: 0, stdout: expect.stringContaining("output  { id: unknown }") });
  const module = await types("flow.ts", "--workflow", "flow");
  expect(module.stdout).toMatch(/Sum {2}Pass\n {2}input +\{ prices: number\[\]/);
});

test("names from outside are data, and print inert", async () => {
  const { code, stdout } = await types("names.asl.json");
  expect(code).toBe(0);
  expect(stdout).toContain("__proto__x  Pass");
  expect(stdout).not.toMatch(/[^\n\P{C}]/u);
});

test("data that doubles in each state is written down up to a bound", async () => {
  const { code, stdout } = await types("double.asl.json", "--json");
  expect(code).toBe(0);
  const shapes = JSON.parse(stdout).states.map(({ input }: { readonly input: object }) => "schema" in input);
  expect(new Set(shapes.slice(0, 10))).toEqual(new Set([true]));
  expect(shapes.at(-1)).toBe(false);
});

test.each([
  [["orders.asl.json", "--state", "each"], 'Did you mean "Each"?'],
  [["orders.asl.json", "--state", ""], "`--state` needs a value"],
  [["orders.asl.json", "--types", "none.json"], "There is no such file"],
  [["flow.ts"], "Say which one with `--workflow NAME`."],
])("wrong usage %j is one clear line", async (args, says) => {
  const { code, stdout, stderr } = await types(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).toContain(says);
});
