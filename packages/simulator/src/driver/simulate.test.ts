import { describe, expect, test, vi } from "vitest";
import { lambdaTask, machineOf, runStates, trace } from "../../test/run-states.ts";
import { noMock } from "../diagnostics/refusals.ts";
import type { ObservedEvaluation } from "../execution/observed-evaluation.ts";
import { start } from "../execution/step.ts";
import { prepare } from "../program/prepare.ts";
import type { Program } from "../program/program.ts";
import { simulate } from "./simulate.ts";
import { runOnVirtualClock } from "./virtual-clock.ts";

vi.setConfig({ testTimeout: 120_000 }); // large machines on busy computers

const pass = { Type: "Pass", End: true };
const choice = { Type: "Choice", Choices: [{ Condition: false, Next: "C" }] };

describe("handlers", () => {
  test("answer by state, with the number of the attempt; what they throw is the task's error", async () => {
    class PaymentError extends Error {
      override readonly name = "PaymentError";
    }
    const seen: unknown[] = [];
    const run = await runStates(
      { Charge: lambdaTask({ Retry: [{ ErrorEquals: ["PaymentError"] }] }) },
      {
        input: { id: 1 },
        handlers: {
          Charge: async (args, { state, attempt }) => {
            seen.push([args, state, attempt]);
            if (attempt === 0) throw new PaymentError("declined");
            return { paid: true };
          },
        },
      },
    );
    expect(run).toMatchObject({ status: "SUCCEEDED", output: { paid: true }, elapsedSeconds: 1 });
    expect(seen).toEqual([
      [{ id: 1 }, "Charge", 0],
      [{ id: 1 }, "Charge", 1],
    ]);
  });

  test("the cause of a function is JSON text, as its runtime makes it (R-INT-03)", async () => {
    const handlers = { Charge: () => Promise.reject(new RangeError("too much")) };
    const run = await runStates({ Charge: lambdaTask() }, { handlers });
    expect(run).toMatchObject({
      error: "RangeError",
      cause: '{"errorType":"RangeError","errorMessage":"too much"}',
    });
  });

  test("of lambda:invoke a handler gets the payload, and its result is put into the envelope", async () => {
    const task = {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: "f", Payload: 20 },
      End: true,
    };
    const run = await runStates({ Double: task }, { handlers: { Double: (n) => Number(n) * 2 } });
    expect(run.output).toEqual({ ExecutedVersion: "$LATEST", Payload: 40, StatusCode: 200 });
  });

  test("may change their arguments, return what is no JSON, or throw what is no Error", async () => {
    const changed = await runStates(
      { A: lambdaTask({ Output: "same", End: undefined, Next: "B" }), B: lambdaTask() },
      {
        input: { n: 1 },
        handlers: { A: (args) => Object.assign(args as object, { n: 2 }), B: () => undefined },
      },
    );
    expect(changed.events[1]?.stateEnteredEventDetails?.input).toBe('{"n":1}');
    expect(changed.output).toBe(null);
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    expect((await runStates({ A: lambdaTask() }, { handlers: { A: () => cyclic } })).status).toBe("REFUSED");
    const odd = Object.create(null) as object;
    expect((await runStates({ A: lambdaTask() }, { handlers: { A: () => Promise.reject(odd) } })).error).toBe(
      "Error",
    );
  });

  test("time stands still while a handler works, and waits go on after it", async () => {
    const run = await runStates(
      {
        Both: {
          Type: "Parallel",
          Branches: [
            { StartAt: "A", States: { A: lambdaTask() } },
            { StartAt: "B", States: { B: { Type: "Wait", Seconds: 5, End: true } } },
          ],
          End: true,
        },
      },
      { handlers: { A: () => new Promise((resolve) => setTimeout(() => resolve(1), 20)) } },
    );
    expect(run.elapsedSeconds).toBe(5);
    expect(trace(run).findIndex((line) => line.includes("LambdaFunctionSucceeded"))).toBeLessThan(
      trace(run).findIndex((line) => line.includes("WaitStateExited")),
    );
  });
});

describe("limits", () => {
  test("top-level TimeoutSeconds ends the execution without error and cause (R-ERR-21)", async () => {
    const machine = machineOf({ Rest: { Type: "Wait", Seconds: 60, End: true } }, { TimeoutSeconds: 30 });
    const run = await simulate(machine);
    expect(run).toMatchObject({ status: "TIMED_OUT", error: null, cause: null, elapsedSeconds: 30 });
    expect(run.events.at(-1)).toMatchObject({
      type: "ExecutionTimedOut",
      previousEventId: 0,
      executionTimedOutEventDetails: { error: "States.Timeout" },
    });
  });

  test("an EXPRESS execution has five minutes (R-Q-04)", async () => {
    const run = await runStates({ Rest: { Type: "Wait", Seconds: 301, End: true } }, { type: "EXPRESS" });
    expect(run).toMatchObject({ status: "TIMED_OUT", elapsedSeconds: 300 });
  });

  test("a loop of 8,000 rounds ends at the 25,000th event (R-ERR-22)", async () => {
    const run = await runStates({
      A: { Type: "Pass", Next: "B" },
      B: { Type: "Choice", Choices: [{ Condition: false, Next: "C" }], Default: "A" },
      C: pass,
    });
    expect(run).toMatchObject({ status: "FAILED", error: "States.Runtime" });
    expect(run.events).toHaveLength(25_000);
  });

  test("a loop without an exit, where no time passes and no event limit ends it, is refused", async () => {
    const { program } = prepare(
      machineOf({ A: { Type: "Pass", Next: "B" }, B: { ...choice, Default: "A" }, C: pass }),
    );
    const identity = {
      ...start(program as Program, { input: {}, startTime: 0 }).execution.identity,
      type: "EXPRESS",
    } as const;
    const unanswered = () => noMock.at({}, { state: "", resource: "", arguments: "", answered: 0, line: "" });
    const run = await runOnVirtualClock(program as Program, identity, () => undefined, unanswered, {
      mostStill: 30_000,
    });
    expect(run.finished).toMatchObject({ status: "REFUSED", diagnostics: [{ code: "simulate/endless" }] });
  });

  test("100,000 rounds of a loop that ends are no matter", async () => {
    const round = { Type: "Pass", Assign: { n: "{% $n + 1 %}" }, Next: "More" };
    const more = {
      Type: "Choice",
      Choices: [{ Condition: "{% $n < 100000 %}", Next: "Round" }],
      Default: "C",
    };
    const states = {
      Set: { Type: "Pass", Assign: { n: 0 }, Next: "Round" },
      Round: round,
      More: more,
      C: pass,
    };
    const run = await runStates(states, { type: "EXPRESS" });
    expect(run).toMatchObject({ status: "SUCCEEDED", transitions: 200_002 });
  });

  test("variables have a size (R-VAR-14)", async () => {
    const run = await runStates({ Set: { ...pass, Assign: { large: "x".repeat(262_144) } } });
    expect(run.error).toBe("States.DataLimitExceeded");
  });
});

describe("what cannot be run", () => {
  test("an input that is too large or too deep is refused", async () => {
    const machine = machineOf({ A: pass });
    const large = await simulate(machine, { input: "x".repeat(262_143) });
    expect(large.diagnostics).toMatchObject([{ code: "simulate/unusable-value" }]);
    let deep: unknown = 0;
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    expect((await simulate(machine, { input: deep })).diagnostics).toMatchObject([
      { code: "simulate/unusable-value" },
    ]);
    expect((await simulate(machine, { start: "yesterday" })).diagnostics).toMatchObject([
      { code: "simulate/unusable-value" },
    ]);
  });

  test("every state that is not supported is named at once, with its field", async () => {
    const machine = machineOf(
      {
        A: { Type: "Pass", QueryLanguage: "JSONPath", Parameters: { "x.$": "${Path}" }, Next: "B" },
        B: { Type: "Pass", QueryLanguage: "JSONPath", InputPath: "${Path}", Next: "C" },
        C: {
          Type: "Task",
          Resource: "${ChargeFunctionArn}",
          Arguments: {},
          QueryLanguage: "JSONata",
          End: true,
        },
      },
      { QueryLanguage: "JSONPath" },
    );
    const run = await simulate(machine);
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      '"A" uses the path `${Path}` in `Parameters/x.$`, which the simulator cannot run yet.',
      '"B" uses the path `${Path}` in `InputPath`, which the simulator cannot run yet.',
      '"C" uses the resource `${ChargeFunctionArn}` in `Resource`, which the simulator cannot run yet.',
    ]);
  });

  test("a machine that AWS would not create has no execution", async () => {
    const run = await runStates({ A: { Type: "Pass", Next: "Nowhere" } }).catch((error: unknown) =>
      String(error),
    );
    const machine = { StartAt: "A", States: { A: { Type: "Pass", Next: "Nowhere" } } } as const;
    expect((await simulate(machine)).diagnostics).toMatchObject([{ code: "simulate/broken-machine" }]);
    expect(run).toBeDefined();
  });
});

describe("names that mean something to JavaScript", () => {
  test("are ordinary names of states, variables and fields", async () => {
    const states = JSON.parse(`{
      "__proto__": { "Type": "Pass", "Assign": { "constructor": 1 }, "Next": "toString" },
      "toString": { "Type": "Pass", "Assign": { "valueOf": 2 }, "Output": { "__proto__": { "toString": "{% $constructor %}" } }, "Next": "hasOwnProperty" },
      "hasOwnProperty": { "Type": "Succeed" } }`);
    const run = await simulate(machineOf(states));
    expect(run.status).toBe("SUCCEEDED");
    expect(run.states).toEqual(["__proto__", "toString", "hasOwnProperty"]);
    expect(JSON.stringify(run.output)).toBe('{"__proto__":{"toString":1}}');
    expect(({} as Record<string, unknown>).toString).toBe(Object.prototype.toString);
  });
});

test("until: stops before the state, and shows what it would get", async () => {
  const run = await runStates({ A: { Type: "Pass", Output: { n: 1 }, Next: "B" }, B: pass }, { until: "B" });
  expect(run).toMatchObject({ status: "RUNNING", output: { n: 1 }, states: ["A"] });
});

test("another seed takes branches in another order", async () => {
  const branch = (name: string) => ({ StartAt: name, States: { [name]: pass } });
  const states = { All: { Type: "Parallel", Branches: ["A", "B", "C", "D"].map(branch), End: true } };
  const orders = await Promise.all(
    [0, 1, 2, 3, 4].map(async (seed) => (await runStates(states, { seed })).states.join("")),
  );
  expect(orders[0]).toBe("AllABCD");
  expect(new Set(orders).size).toBeGreaterThan(2);
});

test("each evaluation of an expression is told with what it saw, children of a Map Run included", async () => {
  const told: ObservedEvaluation[] = [];
  const states = {
    First: { Type: "Pass", Assign: { n: "{% $states.input.n + 1 %}" }, Next: "All" },
    All: {
      Type: "Map",
      Items: "{% [1 .. $n] %}",
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
        StartAt: "Each",
        States: { Each: { Type: "Pass", Output: "{% $no.such %}", End: true } },
      },
      End: true,
    },
  };
  await runStates(states, { input: { n: 1 }, onEvaluation: (one) => told.push(one) });
  expect(told.map(({ state, field, outcome }) => [state, field, outcome])).toMatchObject([
    ["First", "Assign/n", { ok: true, value: 2 }],
    ["All", "Items", { ok: true, value: [1, 2] }],
    ["Each", "Output", { ok: true, value: undefined }],
    ["Each", "Output", { ok: true, value: undefined }],
  ]);
  expect(told[1]).toMatchObject({ pointer: "/States/All", text: "[1 .. $n]", variables: { n: 2 } });
  expect(told[3]?.variables.states).toMatchObject({ input: 2 });
});
