import { parseMachine } from "@statewright/asl";
import { stepFunctionsPrices } from "@statewright/services";
import { describe, expect, test } from "vitest";
import { simulate } from "../driver/simulate.ts";
import { costOfExecution } from "./cost-of-execution.ts";
import { priceOfUse } from "./price-of-use.ts";

function machineOf(definition: object) {
  const { machine, diagnostics } = parseMachine(JSON.stringify(definition));
  expect(diagnostics).toEqual([]);
  if (machine === undefined) throw new Error("no machine");
  return machine;
}

const resource = "arn:aws:lambda:us-east-1:111111111111:function:f";
const task = { Type: "Task", Resource: resource };
const retry = { Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 3, IntervalSeconds: 1 }] };

describe("what is billed of an execution", () => {
  test("a start, each state entered, each retry (R-PRICE-02)", async () => {
    const machine = machineOf({
      StartAt: "Wait",
      States: {
        Wait: { Type: "Wait", Seconds: 86_400, Next: "Charge" },
        Charge: { ...task, ...retry, Next: "Done" },
        Done: { Type: "Succeed" },
      },
    });
    const mocks = { states: { Charge: [{ error: "Down" }, { error: "Down" }, { result: {} }] } };
    const run = await simulate(machine, { mocks });
    const cost = costOfExecution(machine, run);
    expect(cost.standard).toEqual({
      transitions: 6,
      starts: 1,
      retries: 2,
      requests: 0,
      billedMilliseconds: 0,
    });
    expect(cost.states).toEqual([
      { state: "Charge", pointer: "/States/Charge", entered: 1, retries: 2 },
      { state: "Wait", pointer: "/States/Wait", entered: 1, retries: 0 },
      { state: "Done", pointer: "/States/Done", entered: 1, retries: 0 },
    ]);
    expect(costOfExecution(machine, run, { retries: false }).standard.transitions).toBe(4);
    expect(costOfExecution(machine, run, { starts: false, retries: false }).standard.transitions).toBe(3);
    expect(cost.express).toMatchObject({ transitions: 0, requests: 1, billedMilliseconds: 86_403_000 });
  });

  test("every state inside branches and iterations (R-PRICE-02)", async () => {
    const machine = machineOf({
      StartAt: "Each",
      States: {
        Each: {
          Type: "Map",
          ItemProcessor: { StartAt: "One", States: { One: { Type: "Pass", End: true } } },
          End: true,
        },
      },
    });
    const run = await simulate(machine, { input: [1, 2, 3] });
    expect(costOfExecution(machine, run).standard.transitions).toBe(1 + 1 + 3);
  });

  const distributed = (executionType: string) =>
    machineOf({
      StartAt: "Each",
      States: {
        Each: {
          Type: "Map",
          ItemProcessor: {
            ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: executionType },
            StartAt: "Work",
            States: { Work: { ...task, ...retry, Next: "Rest" }, Rest: { Type: "Pass", End: true } },
          },
          End: true,
        },
      },
    });
  const answers = {
    states: { Work: [{ error: "Down" }, { result: {}, durationSeconds: 0.25 }, { result: {} }] },
  };

  test("STANDARD children of a Distributed Map as executions of their own (R-PRICE-03)", async () => {
    const machine = distributed("STANDARD");
    const run = await simulate(machine, { input: [1, 2], mocks: answers });
    const cost = costOfExecution(machine, run);
    expect(cost.standard).toMatchObject({ transitions: 1 + 1 + 2 * (1 + 2) + 1, starts: 3, retries: 1 });
    expect(costOfExecution(machine, run, { starts: false, retries: false }).standard.transitions).toBe(5);
  });

  test("EXPRESS children by request and duration, rounded up to 100 ms (R-PRICE-03, R-PRICE-04)", async () => {
    const machine = distributed("EXPRESS");
    const run = await simulate(machine, { input: [1, 2], mocks: answers });
    const { standard, states } = costOfExecution(machine, run);
    expect(standard).toMatchObject({ transitions: 2, starts: 1, retries: 0, requests: 2 });
    expect(standard.billedMilliseconds).toBe(1000 + 300);
    expect(states.map(({ state }) => state)).toEqual(["Each"]);
  });

  test("executions that tasks start, as executions of their own", async () => {
    const machine = machineOf({
      StartAt: "Call",
      States: {
        Call: {
          Type: "Task",
          Resource: "arn:aws:states:::states:startExecution.sync:2",
          Parameters: {
            StateMachineArn: "arn:aws:states:us-east-1:111111111111:stateMachine:child",
            Input: {},
          },
          End: true,
        },
      },
    });
    const child = machineOf({
      StartAt: "One",
      States: { One: { Type: "Pass", Next: "Two" }, Two: { Type: "Pass", End: true } },
    });
    const run = await simulate(machine, { machines: { child } });
    expect(run.otherExecutions).toEqual([
      {
        kind: "started",
        type: "STANDARD",
        machine: "child",
        executions: 1,
        transitions: 2,
        billedMilliseconds: 100,
      },
    ]);
    expect(costOfExecution(machine, run).standard).toMatchObject({ transitions: 2 + 3, starts: 2 });
  });
});

describe("what it costs", () => {
  const prices = stepFunctionsPrices("us-east-1");
  const use = { transitions: 0, starts: 0, retries: 0, requests: 0, billedMilliseconds: 0 };

  test("2.16 million claims of 8 transitions each: 432 dollars a month without start, retries and free tier", () => {
    expect(priceOfUse({ ...use, transitions: 8 }, prices, { executions: 2_160_000 }).total).toBeCloseTo(
      432,
      6,
    );
  });

  test("4,000 transitions a month are free (R-PRICE-01)", () => {
    const options = { executions: 6000, freeTier: true };
    expect(priceOfUse({ ...use, transitions: 10 }, prices, options).total).toBeCloseTo(1.4, 6);
    expect(priceOfUse({ ...use, transitions: 10 }, prices, { freeTier: true }).total).toBe(0);
  });

  test("EXPRESS: requests, and GB-seconds by bands of a month (R-PRICE-04)", () => {
    const express = { ...use, requests: 1, billedMilliseconds: 1000 };
    const one = priceOfUse(express, prices);
    expect(one.requests).toBeCloseTo(0.000001, 12);
    expect(one.duration).toBeCloseTo(0.00001667 / 16, 12);
    const many = priceOfUse(express, prices, { executions: 20_000_000, memoryMB: 1000 });
    const [first, second, last] = [3_600_000, 4 * 3_600_000, 20_000_000 - 5 * 3_600_000];
    expect(many.duration).toBeCloseTo(first * 0.00001667 + second * 0.00000833 + last * 0.00000456, 6);
  });

  test("a Region that is not listed has the price of most Regions, and says so", () => {
    expect(stepFunctionsPrices("eu-north-1")).toMatchObject({ listed: false, transition: 0.000025 });
    expect(stepFunctionsPrices("sa-east-1")).toMatchObject({ listed: true, transition: 0.0000375 });
  });
});
