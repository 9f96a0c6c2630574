import {
  includes,
  type Json,
  join,
  literalShape,
  printShape,
  type Shape,
  unknownShape,
  widen,
} from "@statewright/json-types";
import fc from "fast-check";
import jsonata from "jsonata";
import { expect, test } from "vitest";
import { inferJsonata } from "../infer.ts";
import { parseJsonata } from "../jsonata/parse.ts";
import { randomData, randomExpression } from "./random-expression.testing.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const runs = { seed: Number(process.env.STATEWRIGHT_SEED ?? 20261121), numRuns: deep ? 20_000 : 1_000 };

/** What JSONata 2.0.6 gives; nothing if it fails, or gives what JSON does not have. */
async function evaluate(text: string, data: Json): Promise<{ readonly value: Json | undefined } | undefined> {
  try {
    const value: unknown = await jsonata(text).evaluate(structuredClone(data), { v: structuredClone(data) });
    if (value === undefined) return { value: undefined };
    if (typeof value === "function" || holdsOtherThanJson(value)) return undefined;
    const plain: Json = JSON.parse(JSON.stringify(value));
    return { value: plain };
  } catch {
    return undefined;
  }
}

function holdsOtherThanJson(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null) return value === undefined;
  return (
    "_jsonata_lambda" in value ||
    "_jsonata_function" in value ||
    Object.values(value).some(holdsOtherThanJson)
  );
}

/** What can be known of the data: all of it, its types, that it is this or something else, nothing. */
function knowledge(data: Json, other: Json): readonly Shape[] {
  const exact = literalShape(data);
  return [
    exact,
    widen(exact),
    join(exact, literalShape(other)),
    join(widen(exact), widen(literalShape(other))),
    unknownShape,
  ];
}

test("whatever JSONata gives for random expressions on random data is in the inferred shape", {
  timeout: deep ? 1_200_000 : 60_000,
}, async () => {
  let compared = 0;
  let unknown = 0;
  await fc.assert(
    fc.asyncProperty(randomExpression, randomData, randomData, async (text, data, other) => {
      const { expression, problems } = parseJsonata(text, { dialect: "plain" });
      expect(problems).toEqual([]);
      const answer = await evaluate(text, data);
      if (answer === undefined) return;
      for (const input of knowledge(data, other)) {
        const { shape, shapeAt } = inferJsonata(expression, {
          dialect: "plain",
          input,
          variable: (name) => (name === "v" ? input : undefined),
        });
        compared += 1;
        if (shape.kind === "unknown") unknown += 1;
        // What a look that writes down everything comes to.
        expect(shapeAt(expression)).toEqual(shape);
        if (!includes(shape, answer.value))
          throw new Error(
            `${text}\n on ${JSON.stringify(data)}\n known as ${printShape(input)}\n gives ${JSON.stringify(answer.value)}\n inferred ${printShape(shape)}`,
          );
      }
    }),
    runs,
  );
  console.info(`seed ${runs.seed}: ${compared} comparisons, ${unknown} inferred unknown`);
  expect(compared).toBeGreaterThan(runs.numRuns);
});
