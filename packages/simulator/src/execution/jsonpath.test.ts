import { readMachine } from "@statewright/asl";
import { describe, expect, test } from "vitest";
import { lambdaTask, trace } from "../../test/run-states.ts";
import { simulate } from "../driver/simulate.ts";
import type { SimulateOptions } from "../driver/simulate-options.ts";
import type { Simulation } from "../driver/simulation.ts";

/** Runs a JSONPath machine. */
function runPaths(states: Record<string, unknown>, options: SimulateOptions = {}): Promise<Simulation> {
  const { machine, diagnostics } = readMachine({ StartAt: Object.keys(states)[0] ?? "", States: states });
  if (machine === undefined) throw new Error(JSON.stringify(diagnostics));
  return simulate(machine, options);
}

const pass = { Type: "Pass", End: true };

describe("the data flow of a JSONPath state", () => {
  test("InputPath, Parameters, ResultSelector, ResultPath, OutputPath in this order (R-JP-01, R-JP-04)", async () => {
    const run = await runPaths(
      {
        Call: lambdaTask({
          InputPath: "$.order",
          Parameters: { "id.$": "$.id", literal: "$.id", "name.$": "$$.State.Name" },
          ResultSelector: { "got.$": "$.value" },
          ResultPath: "$.a.b",
          OutputPath: "$.a",
        }),
      },
      { input: { order: { id: 7 }, a: { c: 1 } }, handlers: { Call: (args) => ({ value: args, other: 1 }) } },
    );
    expect(run.output).toEqual({ c: 1, b: { got: { id: 7, literal: "$.id", name: "Call" } } });
  });

  test("null selects or discards (R-JP-03)", async () => {
    const input = { a: 1 };
    expect((await runPaths({ P: { ...pass, InputPath: null } }, { input })).output).toEqual({});
    expect((await runPaths({ P: { ...pass, OutputPath: null } }, { input })).output).toEqual({});
    expect((await runPaths({ P: { ...pass, Result: 2, ResultPath: null } }, { input })).output).toEqual({
      a: 1,
    });
  });

  test("$ in Assign is the result; OutputPath sees the variables of state entry (R-JP-14, R-JP-15)", async () => {
    const run = await runPaths({
      A: { Type: "Pass", Assign: { x: 1 }, Next: "B" },
      B: { Type: "Pass", Result: { n: 2 }, Assign: { "x.$": "$.n" }, OutputPath: "$x", Next: "C" },
      C: { ...pass, Parameters: { "before.$": "$", "after.$": "$x" } },
    });
    expect(run.output).toEqual({ before: 1, after: 2 });
  });

  test.each([
    ["InputPath", "$.no", "Invalid path '$.no' : No results for path: $['no']"],
    ["InputPath", "$.no.such", "Invalid path '$.no.such' : Missing property in path $['no']"],
  ])("a missing %s %s is States.Runtime, with no event between (R-PATH-05)", async (field, path, text) => {
    const run = await runPaths({ P: { ...pass, [field]: path } });
    expect(run).toMatchObject({
      status: "FAILED",
      error: "States.Runtime",
      cause: `An error occurred while executing the state 'P' (entered at the event id #2). ${text}`,
    });
    expect(trace(run)).toEqual(["2<0 PassStateEntered P", "3<2 ExecutionFailed States.Runtime"]);
  });

  test("a missing path in a payload names its key and the input", async () => {
    const run = await runPaths({ P: { ...pass, Parameters: { "x.$": "$.no" } } }, { input: { a: 1 } });
    expect(run.cause).toContain(
      `The JSONPath '$.no' specified for the field 'x.$' could not be found in the input '{"a":1}'`,
    );
  });

  test("a path with many answers yields an array, an empty one too (R-PATH-04)", async () => {
    const Parameters = {
      "all.$": "$.items[*].n",
      "some.$": "$.items[?(@.n > $.least)].n",
      "last.$": "$.items[-1:]",
      "none.$": "$.nothing[*]",
    };
    const input = { items: [{ n: 1 }, { n: 2 }], least: 1 };
    const run = await runPaths({ P: { ...pass, Parameters } }, { input });
    expect(run.output).toEqual({ all: [1, 2], some: [2], last: [{ n: 2 }], none: [] });
  });

  test("intrinsic functions see the input, the context object and variables (R-INTR-01)", async () => {
    const run = await runPaths(
      {
        A: { Type: "Pass", Assign: { "n.$": "States.MathAdd($.n, 1)" }, Next: "B" },
        B: { ...pass, Parameters: { "x.$": "States.Format('{}: {} of {}', $$.State.Name, $n, $)" } },
      },
      { input: { n: 1 } },
    );
    expect(run.output).toEqual({ x: "B: 2 of {n=1}" });
  });

  test("an argument that leads nowhere: the cause names the whole call, and the path (R-INTR-05)", async () => {
    const call = "States.Format('{}', States.Array($.no))";
    const run = await runPaths({ P: { ...pass, Parameters: { "x.$": call } } }, { input: { other: 1 } });
    expect(run).toMatchObject({
      status: "FAILED",
      error: "States.Runtime",
      cause: `An error occurred while executing the state 'P' (entered at the event id #2). The function '${call}' had the following error: The JsonPath argument for the field '$.no' could not be found in the input '{"other":1}'`,
    });
  });

  test("a function that cannot take its arguments is States.Runtime (R-INTR-05)", async () => {
    const run = await runPaths({ P: { ...pass, Parameters: { "x.$": "States.ArrayLength($)" } } });
    expect(run).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  });

  test("ErrorPath and CausePath take calls too (R-JP-10)", async () => {
    const fail = { Type: "Fail", ErrorPath: "$.e", CausePath: "States.Format('because of {}', $.e)" };
    expect(await runPaths({ F: fail }, { input: { e: "E" } })).toMatchObject({
      error: "E",
      cause: "because of E",
    });
  });

  test("what AWS does in a way that is not known is refused when it is reached", async () => {
    for (const path of ["$.a.length()", "$.a[?(@.b =~ /c/)]", "$['a','b']"]) {
      const run = await runPaths(
        {
          C: { Type: "Choice", Choices: [{ Variable: path, IsPresent: false, Next: "P" }], Default: "P" },
          P: pass,
        },
        { input: { a: [{}] } },
      );
      expect(run.diagnostics).toMatchObject([{ code: "simulate/unsupported", state: "C" }]);
    }
  });

  test("a text that is no path: AWS would not create the machine (R-PATH-06, R-JP-07, R-RP-03)", async () => {
    const broken = [
      { InputPath: "a" },
      { ResultPath: "$$.a" },
      { ResultPath: "$.a[*]" },
      { Parameters: { "x.$": "States.Nope()" } },
      { Parameters: { x: 1, "x.$": "$" } },
    ];
    for (const fields of broken) {
      const run = await runPaths({ P: { ...pass, ...fields } });
      expect(run.diagnostics).toMatchObject([{ code: "simulate/broken-machine", state: "P" }]);
    }
    const fail = { Type: "Fail", ErrorPath: "States.Format()" };
    expect((await runPaths({ F: fail })).diagnostics).toMatchObject([{ code: "simulate/broken-machine" }]);
  });

  test("States.Runtime is caught by nothing, even by name (R-ERR-12)", async () => {
    const Catch = [{ ErrorEquals: ["States.Runtime"], Next: "Z" }];
    const run = await runPaths({ Call: lambdaTask({ InputPath: "$.no", Catch }), Z: pass });
    expect(run).toMatchObject({ status: "FAILED", error: "States.Runtime", states: ["Call"] });
  });

  test("the error output goes where the catcher's ResultPath says, into the raw input (R-CATCH-03)", async () => {
    const Catch = [{ ErrorEquals: ["E"], ResultPath: "$.problem", Next: "Z" }];
    const run = await runPaths(
      { Call: lambdaTask({ InputPath: "$.a", OutputPath: "$.never", Catch }), Z: pass },
      { input: { a: 1 }, mocks: { states: { Call: { error: "E", cause: "c" } } } },
    );
    expect(run.output).toEqual({ a: 1, problem: { Error: "E", Cause: "c" } });
  });

  test("a place where a result cannot go is refused: AWS's answer is not known (R-RP-02)", async () => {
    const run = await runPaths({ P: { ...pass, Result: 1, ResultPath: "$.x" } }, { input: "foo" });
    expect(run.diagnostics).toMatchObject([{ code: "simulate/unsupported", state: "P" }]);
  });
});

describe("Choice rules", () => {
  async function holds(rule: Record<string, unknown>, input: unknown): Promise<boolean> {
    const run = await runPaths(
      {
        D: { Type: "Choice", Choices: [{ ...rule, Next: "Yes" }], Default: "No" },
        Yes: { Type: "Succeed" },
        No: { Type: "Succeed" },
      },
      { input },
    );
    if (run.status !== "SUCCEEDED") throw new Error(run.cause ?? run.diagnostics[0]?.message);
    return run.states[1] === "Yes";
  }

  test.each([
    ["StringEquals", "a", "a", true],
    ["StringLessThan", "AB", "A", true],
    ["StringGreaterThanEquals", "b", "b", true],
    ["NumericEquals", 1, 1.0, true],
    ["NumericLessThanEquals", 2, 3, false],
    ["NumericGreaterThan", "1", 2, false],
    ["BooleanEquals", true, true, true],
    ["TimestampEquals", "2020-01-01T00:00:00Z", "2020-01-01T01:00:00+01:00", true],
    ["TimestampLessThan", "2020-01-01T00:00:00Z", "yesterday", false],
    ["StringMatches", "a*c", "abbc", true],
    ["StringMatches", "a\\*c", "a*c", true],
    ["StringMatches", "a*c", "abcd", false],
    ["StringMatches", "*", "", true],
    ["IsNull", true, null, true],
    ["IsNull", false, 0, true],
    ["IsNumeric", true, "1", false],
    ["IsTimestamp", true, "2020-01-01T00:00:00Z", true],
    ["IsPresent", true, null, true],
  ])("%s %j on %j is %j (R-CHOICE-11 to R-CHOICE-19)", async (operator, operand, value, expected) => {
    expect(await holds({ Variable: "$.v", [operator]: operand }, { v: value })).toBe(expected);
  });

  test("what is not there is only present to IsPresent (R-CHOICE-13, R-CHOICE-14)", async () => {
    expect(await holds({ Variable: "$.v", IsPresent: false }, {})).toBe(true);
    const guarded = {
      And: [
        { Variable: "$.v", IsPresent: true },
        { Variable: "$.v", NumericEquals: 1 },
      ],
    };
    expect(await holds(guarded, {})).toBe(false);
    await expect(holds({ Variable: "$.v", NumericEquals: 1 }, {})).rejects.toThrow(
      "Invalid path '$.v': The choice state's condition path references an invalid value.",
    );
  });

  test("And, Or and Not combine; the other operand may be a path (R-CHOICE-10, R-CHOICE-20)", async () => {
    const rule = {
      Or: [
        { Not: { Variable: "$.a", BooleanEquals: true } },
        { And: [{ Variable: "$.b", StringEqualsPath: "$.c" }] },
      ],
    };
    expect(await holds(rule, { a: true, b: "x", c: "x" })).toBe(true);
    expect(await holds(rule, { a: true, b: "x", c: "y" })).toBe(false);
    expect(await holds(rule, { a: false })).toBe(true);
  });

  test("a long text of stars ends soon", async () => {
    expect(
      await holds({ Variable: "$.v", StringMatches: "*a".repeat(200) }, { v: `${"a".repeat(5000)}b` }),
    ).toBe(false);
  });
});
