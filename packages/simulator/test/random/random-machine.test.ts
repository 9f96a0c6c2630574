import { readMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { includes, shapeFromSchema } from "@statewright/json-types";
import { expect, test } from "vitest";
import { simulate } from "../../src/index.ts";
import { featuresOf, newDistribution } from "./distribution.ts";
import { randomMachine } from "./random-machine.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const machines = deep ? 20_000 : 600;
const from = Number(process.env.STATEWRIGHT_SEED ?? 1);

test("random machines are well formed, are as varied as the laws need, and mostly succeed", async () => {
  const distribution = newDistribution();
  for (let seed = from; seed < from + machines; seed += 1) {
    const made = randomMachine(seed);
    const { machine, diagnostics } = readMachine(made.definition);
    expect(diagnostics, `seed ${seed}`).toEqual([]);
    if (machine === undefined) throw new Error(`seed ${seed} gave no machine`);
    const run = await simulate(machine, { input: made.input, mocks: made.mocks, seed: seed % 3 });
    distribution.add(featuresOf(made), run.error ?? run.status);
  }
  console.log(distribution.lines().join("\n"));
  expect(distribution.share(({ cycle }) => cycle)).toBeGreaterThan(0.35);
  expect(distribution.share(({ container }) => container)).toBeGreaterThan(0.3);
  expect(distribution.share(({ variables }) => variables)).toBeGreaterThan(0.55);
  expect(distribution.share(({ jsonPath, jsonata }) => jsonPath && jsonata)).toBeGreaterThan(0.2);
  expect(distribution.ended("REFUSED")).toBeLessThan(0.002);
  expect(distribution.ended("SUCCEEDED")).toBeGreaterThan(0.6);
  expect(distribution.ended("States.Runtime")).toBeGreaterThan(0.02);
  expect(distribution.ended("States.QueryEvaluationError")).toBeGreaterThan(0.02);
});

test("the same seed gives the same machine, and another seed another", () => {
  expect(randomMachine(7)).toEqual(randomMachine(7));
  expect(randomMachine(8).definition).not.toEqual(randomMachine(7).definition);
});

test("inputs and results obey the schemas that come with the machine", () => {
  for (let seed = from; seed < from + 300; seed += 1) {
    const { definition, input, inputSchema, mocks, taskResultSchemas } = randomMachine(seed);
    expect(includes(shapeFromSchema(inputSchema), input), `seed ${seed}`).toBe(true);
    for (const [pointer, schema] of Object.entries(taskResultSchemas)) {
      const name = pointer.slice(pointer.lastIndexOf("/") + 1);
      const shape = shapeFromSchema(schema);
      const invokes = JSON.stringify(definition).includes(
        `"FunctionName":"arn:aws:lambda:us-east-1:111111111111:function:${name}"`,
      );
      for (const { result, callback } of [mocks.states?.[name] ?? []].flat()) {
        const given = callback?.result ?? result;
        if (given === undefined) continue;
        const received: Json = invokes
          ? { ExecutedVersion: "$LATEST", Payload: given, StatusCode: 200 }
          : given;
        expect(includes(shape, received), `seed ${seed} ${pointer}`).toBe(true);
      }
    }
  }
});
