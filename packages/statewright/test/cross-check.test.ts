import { afterAll, describe, expect, test, vi } from "vitest";
import { makeFolder, statewright } from "./run-statewright.ts";

// `simulate --cross-check` evaluates each JSONata expression of a run with the `jsonata` package too.

vi.setConfig({ testTimeout: 120_000 });

const pass = (Output: unknown) => ({
  QueryLanguage: "JSONata",
  StartAt: "Only",
  States: { Only: { Type: "Pass", Output, End: true } },
});
const expressions = (texts: readonly string[]) => pass(texts.map((text) => `{% ${text} %}`));
const functions = [
  "$sum($states.input.prices)",
  "$partition([1, 2, 3], 2)",
  "$range(1, 9, 2)",
  "$range(1, 9, 9)",
  "$range(3, 1, 1) ~> $count",
  "$hash('input data', 'SHA-1')",
  "$hash('input data', 'MD5')",
  "$parse('{\"a\": [1]}')",
  "$now()",
  "$now('[Y0001]-[M01]', '+0100')",
  "$millis()",
  "$states.context.Execution.StartTime",
];
const random = ["$random()", "$random(7)", "$uuid()", "$shuffle([1, 2, 3])"];
const known = "($twice := function($n) { 2 * $n }; $count($twice.*))";

const folder = makeFolder("cross-check", {
  "same.asl.json": expressions(functions),
  "random.asl.json": expressions(random),
  "regex.asl.json": expressions(["$contains('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a+)+$/)"]),
  "known.asl.json": pass({ count: `{% ${known} %}`, twice: `{% ${known} %}` }),
  "grouped.asl.json": expressions(["($none := []; $made := $none{ 'a': nothing }; $none)"]),
  "failing.asl.json": expressions(["1 + 'a'"]),
  "partition.asl.json": expressions(["$partition([1], 0)"]),
  "function.asl.json": expressions(["$sum"]),
  "nothing.asl.json": expressions(["$states.input.no"]),
  "path.asl.json": { StartAt: "P", States: { P: { Type: "Pass", End: true } } },
  "variables.asl.json": {
    QueryLanguage: "JSONata",
    StartAt: "First",
    States: {
      First: { Type: "Pass", Assign: { total: "{% $sum($states.input.prices) %}" }, Next: "All" },
      All: {
        Type: "Map",
        Items: "{% [1 .. $total] %}",
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
          StartAt: "Each",
          States: { Each: { Type: "Pass", Output: "{% $states.input * 2 %}", End: true } },
        },
        Next: "Route",
      },
      Route: {
        Type: "Choice",
        Choices: [{ Condition: "{% $total > 2 and $count($states.input) = $total %}", Next: "Done" }],
      },
      Done: { Type: "Succeed" },
    },
  },
  "input.json": { prices: [1, 2] },
});
afterAll(() => folder.remove());
const simulate = (file: string, ...args: string[]) =>
  statewright(["simulate", file, "--input", "input.json", "--cross-check", ...args], folder.path);
async function checked(file: string) {
  const { code, stdout } = await simulate(file, "--json");
  const { crossCheck, diagnostics = [], status } = JSON.parse(stdout);
  return { code, status, crossCheck, diagnostics };
}
const all = (same: number) => ({
  engine: "jsonata 2.0.6",
  evaluations: same,
  same,
  different: 0,
  notCompared: {},
});

describe("the same", () => {
  test.each([
    ["same.asl.json", functions.length],
    ["random.asl.json", random.length],
    ["variables.asl.json", 6],
  ])("%s", async (file, evaluations) => {
    expect(await checked(file)).toEqual({
      code: 0,
      status: "SUCCEEDED",
      crossCheck: all(evaluations),
      diagnostics: [],
    });
  });

  test("is what fails with the same error, or returns nothing, or is a function", async () => {
    for (const file of ["failing.asl.json", "partition.asl.json", "nothing.asl.json", "function.asl.json"])
      expect(await checked(file)).toMatchObject({ code: 1, status: "FAILED", crossCheck: all(1) });
  });

  test("is a machine without expressions", async () => {
    const { code, stdout } = await simulate("path.asl.json");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^0 evaluations beside jsonata 2.0.6: 0 the same, 0 different$/m);
  });
});

describe("a difference", () => {
  test("names the state, the field and both values; the exit code is 1 though the execution succeeded", async () => {
    const { code, stdout } = await simulate("known.asl.json");
    expect(code).toBe(1);
    expect(stdout).toContain("SUCCEEDED");
    expect(stdout).toContain(`known.asl.json:/States/Only  error  simulate/cross-check
  \`Output/count\` of "Only" gave 0 here, and 7 with jsonata 2.0.6.
  The expression is \`${known}\`
  This is known of jsonata 2.0.6: it shows what its functions are made of to \`*\` and \`**\`.
`);
    expect(stdout).toMatch(/^2 evaluations beside jsonata 2.0.6: 0 the same, 2 different$/m);
  });

  test("is in the document with the counts", async () => {
    const { code, crossCheck, diagnostics } = await checked("grouped.asl.json");
    expect(code).toBe(1);
    expect(crossCheck).toMatchObject({ evaluations: 1, same: 0, different: 1 });
    expect(diagnostics).toMatchObject([
      {
        code: "simulate/cross-check",
        state: "Only",
        pointer: "/States/Only",
        message: '`Output[0]` of "Only" gave [] here, and [null] with jsonata 2.0.6.',
      },
    ]);
  });
});

test("a regular expression is not handed to a package that has no bound on its time", async () => {
  const { code, crossCheck } = await checked("regex.asl.json");
  expect(code).toBe(0);
  expect(crossCheck).toMatchObject({ same: 0, different: 0, notCompared: { "regular-expression": 1 } });
});

test("without the option nothing is compared, and --fuzz cannot stand beside it", async () => {
  const { code, stdout } = await statewright(
    ["simulate", "known.asl.json", "--input", "input.json"],
    folder.path,
  );
  expect(code).toBe(0);
  expect(stdout).not.toContain("jsonata");
  const args = ["simulate", "known.asl.json", "--cross-check", "--fuzz", "3"];
  const { code: refused, stderr } = await statewright(args, folder.path);
  expect(refused).toBe(2);
  expect(stderr).toContain("--cross-check");
});
