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

const mixed = `{
  "StartAt": "Format",
  "States": {
    "Format": {
      "Type": "Pass",
      "Parameters": { "fine.$": "$", "text.$": "States.Format('{}', $.no)" },
      "Next": "Wait"
    },
    "Wait": { "Type": "Wait", "SecondsPath": "$.prices", "Next": "Stop" },
    "Stop": { "Type": "Fail", "ErrorPath": "$.total" },
    "Odd": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 1 + \\u001b[31m %}", "End": true },
    "Unread": { "QueryLanguage": "JSONata", "Output": "{% 1 %}", "End": true }
  }
}
`;
const template = `AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::Serverless-2016-10-31
Resources:
  First:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        QueryLanguage: JSONata
        StartAt: A
        States: { A: { Type: Pass, Output: "{% $states.input.no %}", End: true } }
  Second:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: orders.asl.json }
`;

const folder = makeFolder("eval", {
  "orders.asl.json": definition,
  "orders.asl.yaml":
    "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Parameters:\n      id.$: $.order.id\n    End: true\n",
  "flow.ts": flow,
  "mixed.asl.json": mixed,
  "template.yaml": template,
  "long.json": { text: "x".repeat(100_000) },
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

test("of a template of JSONPath the argument that failed is underlined", async () => {
  const { code, stdout } = await evaluate("mixed.asl.json", "/States/Format/Parameters");
  expect(code).toBe(1);
  const lines = stdout.replaceAll(/ +$/gm, "").split("\n");
  const column = (mixed.split("\n")[5] ?? "").indexOf("$.no") + 1;
  expect(lines[0]).toBe(`mixed.asl.json:6:${column}  error  simulate/evaluation`);
  expect(lines[1]).toContain(
    "States.Runtime: The function 'States.Format('{}', $.no)' had the following error: ",
  );
  expect(lines.at(-2)).toMatch(/^ +│ +~~~~$/);
  const path = await evaluate("mixed.asl.json", "/States/Wait/SecondsPath");
  expect(path.stdout).toContain(
    "States.Runtime: The SecondsPath parameter cannot be parsed as a long value: $.prices == [1,2]",
  );
});

test("a long cause is shortened on a terminal, and whole in JSON", async () => {
  const options = ["eval", "mixed.asl.json", "--at", "/States/Format/Parameters", "--input", "long.json"];
  expect((await statewright(options, folder.path)).stdout.length).toBeLessThan(5000);
  const { stdout } = await statewright([...options, "--json"], folder.path);
  expect(JSON.parse(stdout).error.cause.length).toBeGreaterThan(100_000);
});

test("text that is no expression is shown with its place, and inert", async () => {
  const { code, stdout, stderr } = await evaluate("mixed.asl.json", "/States/Odd/Output");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toContain("InvalidDefinition: ");
  expect(stdout).not.toMatch(/[^\n\P{C}]/u);
});

test("what the simulator cannot do is refused at its place, with exit code 1", async () => {
  const { code, stdout } = await evaluate("mixed.asl.json", "/States/Stop/ErrorPath", "--json");
  const character = (mixed.split("\n")[9] ?? "").indexOf('"$.total"');
  expect({ code, document: JSON.parse(stdout) }).toEqual({
    code: 1,
    document: {
      refused: {
        message: "The simulator cannot evaluate an `Error` or `Cause` that is no text.",
        pointer: "/States/Stop/ErrorPath",
        file: "mixed.asl.json",
        range: { start: { line: 9, character }, end: { line: 9, character: character + 9 } },
      },
    },
  });
});

test("a state that cannot be read is no matter to others; of itself it is said", async () => {
  const { code, stderr } = await evaluate("mixed.asl.json", "/States/Unread/Output");
  expect(code).toBe(2);
  expect(stderr).toContain("That state cannot be read; `statewright check` shows why.");
});

test("each machine of a template is evaluated, its errors where it stands", async () => {
  const first = await evaluate("template.yaml", "/States/A/Output", "--workflow", "First");
  expect(first.stdout).toContain("template.yaml:10:48  error");
  expect(first.stdout).toMatch(/│ +~{16}$/m);
  const second = await evaluate("template.yaml", "/States/Sum/Output", "--workflow", "Second");
  expect(second.stdout).toContain("orders.asl.json:7:32  error");
  expect(second.stdout).toMatch(/│ +~{33}$/m);
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
