import { afterAll, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// `eval` gives the value of one expression, or AWS's error with the characters that failed underlined.

const definition = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Sum",
  "States": {
    "Sum": {
      "Type": "Pass",
      "Output": { "total": "{% $sum($states.input.prices) + $tax %}", "count": "{% $count($states.input.prices) %}" },
      "Next": "Route"
    },
    "Route": {
      "Type": "Choice",
      "Choices": [{ "Condition": "{% $states.input.total > 5 %}", "Next": "Done" }],
      "Default": "Done"
    },
    "Done": { "Type": "Succeed" }
  }
}
`;
const flow = `import { workflow } from "statewright";
import { z } from "zod";
export const flow = workflow("flow").input(z.object({ prices: z.array(z.number()), n: z.number() }))
  .pass("Sum").output(({ input }) => ({ total: input.prices.map((price) => price * 2), next: input.n + 1 })).end();
`;

const folder = makeFolder("eval", {
  "orders.asl.json": definition,
  "orders.asl.yaml":
    "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Parameters:\n      id.$: $.order.id\n    End: true\n",
  "flow.ts": flow,
  "input.json": { prices: [1, 2], order: { id: 7 }, total: 6 },
  "variables.json": { tax: 0.5 },
  "list.json": [],
});
afterAll(() => folder.remove());

const evaluate = (file: string, at: string, ...options: readonly string[]) =>
  statewright(["eval", file, "--at", at, "--input", "input.json", ...options], folder.path);

test("a value is printed as JSON", async () => {
  const one = await evaluate("orders.asl.json", "/States/Sum/Output/count");
  expect(one).toEqual({ code: 0, stdout: "2\n", stderr: "" });
  const all = await evaluate(
    "orders.asl.json",
    "/States/Sum/Output",
    "--variables",
    "variables.json",
    "--json",
  );
  expect(all.code).toBe(0);
  expect(JSON.parse(all.stdout)).toEqual({ value: { total: 3.5, count: 2 } });
  expect((await evaluate("orders.asl.json", "/States/Route/Choices/0")).stdout).toBe("true\n");
});

test("a failure is AWS's, and what failed is underlined", async () => {
  const { code, stdout, stderr } = await evaluate("orders.asl.json", "/States/Sum/Output");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout.replaceAll(/ +$/gm, "")).toBe(
    `orders.asl.json:7:32  error  simulate/evaluation
  States.QueryEvaluationError: The JSONata expression '$sum($states.input.prices) + $tax' specified for the field 'Output/total' returned nothing (undefined).
    7 │       "Output": { "total": "{% $sum($states.input.prices) + $tax %}", "count": "{% $count($states.input.prices) %}" },
      │                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
  );
  const json = await evaluate("orders.asl.json", "/States/Sum/Output", "--json");
  expect({ code: json.code, document: JSON.parse(json.stdout) }).toEqual({
    code: 1,
    document: {
      error: {
        name: "States.QueryEvaluationError",
        cause: expect.stringContaining("returned nothing (undefined)"),
        pointer: "/States/Sum/Output/total",
        file: "orders.asl.json",
        range: { start: { line: 6, character: 31 }, end: { line: 6, character: 64 } },
      },
    },
  });
});

test("YAML and workflows are evaluated as well", async () => {
  expect(await evaluate("orders.asl.yaml", "/States/A/Parameters")).toMatchObject({
    code: 0,
    stdout: '{\n  "id": 7\n}\n',
  });
  expect(JSON.parse((await evaluate("flow.ts", "/States/Sum/Output/total")).stdout)).toEqual([2, 4]);
  const failed = await statewright(
    ["eval", "flow.ts", "--at", "/States/Sum/Output/next", "--json"],
    folder.path,
  );
  expect(JSON.parse(failed.stdout)).toMatchObject({
    error: { file: "flow.ts", emitted: { pointer: "/States/Sum/Output/next" } },
  });
});

test.each([
  [["--at", "/States/Sum/Outpt"], "`/States/Sum/Output`"],
  [["--at", "/States/Sum/Type"], "Nothing that is evaluated stands there"],
  [["--at", "States"], "`--at` cannot be"],
  [[], "`--at` is missing"],
  [["--at", "/States/Sum/Output", "--variables", "list.json"], "must be an object"],
  [["--at", "/States/Sum/Output", "--result", "none.json"], "There is no such file"],
])("wrong usage %j is one clear line", async (options, says) => {
  const { code, stdout, stderr } = await statewright(["eval", "orders.asl.json", ...options], folder.path);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).toContain(says);
});
