import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// `diagnose` says why an execution failed, and what to do, at the line that a person wrote.

const definition = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Load",
  "States": {
    "Load": { "Type": "Pass", "Output": { "order": { "total": 3, "card": "4111-secret" } }, "Next": "Charge" },
    "Charge": {
      "Type": "Pass",
      "Output": "{% $states.input.order.totl %}",
      "End": true
    }
  }
}
`;
const flow = `import { workflow } from "statewright";
import { z } from "zod";
export const flow = workflow("flow").input(z.object({ n: z.number(), items: z.array(z.number()).optional() }))
  .pass("Load").output(({ input }) => ({ n: input.n }))
  .pass("Sum")
  .output(({ input }) => ({ next: input.n + 1 }))
  .end();
`;
const folder = makeFolder("diagnose", {
  "orders.asl.json": definition,
  "orders.asl.yaml":
    "QueryLanguage: JSONata\nStartAt: Charge\nStates:\n  Charge:\n    Type: Pass\n    Output: '{% $states.input.order.totl %}'\n    End: true\n",
  "flow.ts": flow,
  "input.json": {},
  "no-n.json": { n: "seven" },
  "list.json": [],
  "nothing.json": { events: [] },
  "other.asl.json": { StartAt: "A", States: { A: { Type: "Succeed" } } },
});
afterAll(() => folder.remove());

const run = (...args: readonly string[]) => statewright(["diagnose", ...args], folder.path);

async function simulated(file: string, input: string, name: string): Promise<void> {
  const { stdout } = await statewright(["simulate", file, "--input", input, "--json"], folder.path);
  folder.write(name, stdout);
}

test("the state, the expression, the value, where it came from, and what to do", async () => {
  await simulated("orders.asl.json", "input.json", "run.json");
  const { code, stdout, stderr } = await run("run.json", "orders.asl.json");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout.replaceAll(/ +$/gm, "")).toBe(
    `FAILED  States.QueryEvaluationError
  what        "Charge" has an expression that cannot be evaluated. (event 5)
  cause       An error occurred while executing the state 'Charge' (entered at the event id #4). The JSONata expression '$states.input.order.totl' specified for the field 'Output' returned nothing (undefined).
  where       orders.asl.json:8:17  /States/Charge/Output
  expression  {% $states.input.order.totl %}
  was there   $states.input.order: {"total":3,"card":"4111-secret"}
  expected    a value at \`$states.input.order.totl\`: an object without \`totl\`; it has \`total\`
  from        the output of "Load" (event 3)
  redrive     no: It runs the same definition on the same data, and fails again in the same place.
  next        Correct the name at /States/Charge/Output: there is \`total\`.

  8 │       "Output": "{% $states.input.order.totl %}",
    │                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
  );
});

test("as JSON, in YAML, and without the machine", async () => {
  const { code, stdout } = await run("run.json", "orders.asl.yaml", "--json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    status: "FAILED",
    kind: "expression",
    state: "Charge",
    pointer: "/States/Charge/Output",
    introducedBy: { state: "Load", event: 3, as: "output" },
    redrive: { helps: "no" },
    file: "orders.asl.yaml",
    range: { start: { line: 5, character: 12 } },
  });
  const alone = await run("run.json");
  expect(alone.stdout).toContain('"Charge" has an expression that cannot be evaluated');
  expect(alone.stdout).toContain("$states.input.order.totl");
});

test("nothing of the data is shown with --redact", async () => {
  for (const json of [[], ["--json"]]) {
    const { stdout } = await run("run.json", "orders.asl.json", "--redact", ...json);
    expect(stdout).toContain("text of 11 characters");
    expect(stdout).not.toContain("4111");
  }
});

test("of a workflow the line in the TypeScript is named", async () => {
  expect(await statewright(["build", "flow.ts", "--out", "out"], folder.path)).toMatchObject({ code: 0 });
  // Without the types beside it nothing keeps the wrong input out.
  folder.write("ran.asl.json", readFileSync(join(folder.path, "out/flow.asl.json"), "utf8"));
  await simulated("ran.asl.json", "no-n.json", "flow.json");
  const { code, stdout } = await run("flow.json", "flow.ts", "--json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    state: "Sum",
    file: "flow.ts",
    range: { start: { line: 5 } },
    emitted: { pointer: expect.stringContaining("/States/Sum/Output") },
  });
  expect((await run("flow.json", "flow.ts")).stdout).toContain(
    "  6 │   .output(({ input }) => ({ next: input.n + 1 }))",
  );
});

test("a machine that has not the state is said to be another one", async () => {
  const { code, stderr } = await run("run.json", "other.asl.json");
  expect(code).toBe(1);
  expect(stderr).toBe('note: other.asl.json has no state "Charge": is it the machine that ran?\n');
});

test("an execution that is fine has exit code 0", async () => {
  folder.write("fine.asl.json", { StartAt: "A", States: { A: { Type: "Succeed" } } });
  await simulated("fine.asl.json", "input.json", "fine.json");
  const { code, stdout } = await run("fine.json", "fine.asl.json");
  expect(code).toBe(0);
  expect(stdout).toContain("The execution succeeded.");
});

test.each([
  [["none.json"], "There is no such file"],
  [["list.json"], "no history"],
  [["nothing.json"], "It holds no events"],
  [["run.json", "none.asl.json"], "There is no such file"],
  [["orders.asl.json"], "no history"],
  [[], "needs a file"],
])("wrong usage %j is one clear line", async (args, says) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).toContain(says);
});
