import { expect, test, vi } from "vitest";
import { lambdaTask, runStates, trace } from "../../../test/run-states.ts";

vi.setConfig({ testTimeout: 120_000 }); // large machines on busy computers

const pass = { Type: "Pass", End: true };
const each = (state: Record<string, unknown>) => ({ StartAt: "Each", States: { Each: state } });

test("one at a time: the next iteration points where the success before it does (R-HIST-20 to R-HIST-22)", async () => {
  const run = await runStates(
    {
      All: {
        Type: "Map",
        Items: "{% $states.input %}",
        MaxConcurrency: 1,
        ItemProcessor: each(pass),
        End: true,
      },
    },
    { input: ["a", "b"] },
  );
  expect(run.output).toEqual(["a", "b"]);
  expect(trace(run)).toEqual([
    "2<0 MapStateEntered All",
    "3<2 MapStateStarted",
    "4<3 MapIterationStarted All[0]",
    "5<4 PassStateEntered Each",
    "6<5 PassStateExited Each",
    "7<6 MapIterationSucceeded All[0]",
    "8<6 MapIterationStarted All[1]",
    "9<8 PassStateEntered Each",
    "10<9 PassStateExited Each",
    "11<10 MapIterationSucceeded All[1]",
    "12<11 MapStateSucceeded",
    "13<11 MapStateExited All",
    "14<13 ExecutionSucceeded",
  ]);
});

test("an empty array has no iterations (R-MAP-06, R-HIST-22)", async () => {
  const run = await runStates({ All: { Type: "Map", Items: [], ItemProcessor: each(pass), End: true } });
  expect(run.output).toEqual([]);
  expect(trace(run).slice(1, 4)).toEqual([
    "3<2 MapStateStarted",
    "4<3 MapStateSucceeded",
    "5<3 MapStateExited All",
  ]);
});

test("at most 40 iterations run at once (R-MAP-07)", async () => {
  const items = Array.from({ length: 100 }, (_, index) => index);
  const mocks = { states: { Each: { result: 1, durationSeconds: 1 } } };
  const all = { Type: "Map", Items: items, ItemProcessor: each(lambdaTask()), End: true };
  const run = await runStates({ All: all }, { mocks });
  expect(run).toMatchObject({ status: "SUCCEEDED", elapsedSeconds: 3 });
  const four = await runStates({ All: { ...all, MaxConcurrency: "{% 2 + 2 %}" } }, { mocks });
  expect(four.elapsedSeconds).toBe(25);
});

test("ItemSelector sees the Map's input and the item through the context object (R-JA-11, R-CTX-03)", async () => {
  const run = await runStates(
    {
      All: {
        Type: "Map",
        Items: "{% $states.input.items %}",
        ItemSelector: {
          shop: "{% $states.input.shop %}",
          i: "{% $states.context.Map.Item.Index %}",
          v: "{% $states.context.Map.Item.Value %}",
        },
        ItemProcessor: each({ ...pass, Output: "{% [$states.input, $states.context.Map.Item.Value] %}" }),
        End: true,
      },
    },
    { input: { shop: "s", items: ["x"] } },
  );
  expect(run.output).toEqual([[{ shop: "s", i: 0, v: "x" }, "x"]]);
});

test("the members of an object are items with a key (R-MAP-03)", async () => {
  const states = {
    All: {
      Type: "Map",
      Items: "{% $states.input %}",
      ItemProcessor: each({ ...pass, Output: "{% $states.context.Map.Item.Key & $states.input %}" }),
      End: true,
    },
  };
  const run = await runStates(states, { input: { a: 1, b: 2 } });
  expect(run.output).toEqual(["a1", "b2"]);
  const before = await runStates(states, { input: { a: 1 }, service: { objectItems: false } });
  expect(before.cause).toContain(`Expected 'array', but was 'object' for value: {"a":1}`);
});

test("Items that is no array: evaluation failed, then the state (R-HIST-12)", async () => {
  const run = await runStates({
    All: { Type: "Map", Items: "{% 1 %}", ItemProcessor: each(pass), End: true },
  });
  expect(trace(run)).toEqual([
    "2<0 MapStateEntered All",
    "3<0 EvaluationFailed States.QueryEvaluationError",
    "4<3 MapStateFailed",
    "5<4 ExecutionFailed States.QueryEvaluationError",
  ]);
  const input = await runStates({ All: { Type: "Map", ItemProcessor: each(pass), End: true } }, { input: 7 });
  expect(input.cause).toMatch(/Map state input must be an array but was: 7$/);
});

test("a failing iteration fails the Map with its own error and aborts the rest (R-MAP-08, R-HIST-23)", async () => {
  const run = await runStates(
    { All: { Type: "Map", Items: [0, 1, 2], ItemProcessor: each(lambdaTask()), End: true } },
    {
      mocks: {
        states: {
          Each: [{ result: 1, durationSeconds: 9 }, { error: "E" }, { result: 1, durationSeconds: 9 }],
        },
      },
    },
  );
  expect(run).toMatchObject({ status: "FAILED", error: "E", elapsedSeconds: 0 });
  expect(trace(run).slice(2, 5)).toEqual([
    "4<3 MapIterationStarted All[0]",
    "5<3 MapIterationStarted All[1]",
    "6<3 MapIterationStarted All[2]",
  ]);
  expect(trace(run).slice(-8)).toEqual([
    "16<14 LambdaFunctionFailed E",
    "17<16 MapIterationFailed All[1]",
    "18<16 TaskStateAborted",
    "19<16 MapIterationAborted All[0]",
    "20<16 TaskStateAborted",
    "21<16 MapIterationAborted All[2]",
    "22<16 MapStateFailed",
    "23<22 ExecutionFailed E",
  ]);
});

test("10,000 items stay within the history: the 25,000th event is the failure (R-ERR-22)", async () => {
  const items = Array.from({ length: 10_000 }, (_, index) => index);
  const run = await runStates({ All: { Type: "Map", Items: items, ItemProcessor: each(pass), End: true } });
  expect(run).toMatchObject({
    status: "FAILED",
    error: "States.Runtime",
    cause: "The execution reached the maximum number of history events (25000).",
  });
  expect(run.events.at(-1)).toMatchObject({ id: 25_000, previousEventId: 24_999, type: "ExecutionFailed" });
  const express = await runStates(
    { All: { Type: "Map", Items: items, ItemProcessor: each(pass), End: true } },
    { type: "EXPRESS" },
  );
  expect(express.status).toBe("SUCCEEDED");
  expect(express.output).toEqual(items);
});
