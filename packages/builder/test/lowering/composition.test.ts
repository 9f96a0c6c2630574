import type { Json } from "@statewright/json-types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, reference } from "./judges.ts";
import { compiled, programOf } from "./lowered.ts";
import { program } from "./programs.ts";
import { inputSchema, random, value } from "./random-data.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const programs = deep ? 21_000 : 350;
const rows = 5;

/** Counts that a run prints, and holds to a ceiling. */
interface Counts {
  compared: number;
  refused: number;
  loud: number;
}

describe("an emitted expression means what its arrow function means", () => {
  test("random programs with known types: always the same value", { timeout: 1_800_000 }, async () => {
    const counts = await compareAll(true);
    expect(counts.loud).toBe(0);
    expect(counts.refused).toBeLessThan(programs / 50);
  });

  test("random programs without types: the same value or an error, never another value", {
    timeout: 1_800_000,
  }, async () => {
    const counts = await compareAll(false);
    expect(counts.loud).toBeLessThan(counts.compared / 50);
    expect(counts.refused).toBeLessThan(programs / 10);
  });
});

async function compareAll(known: boolean): Promise<Counts> {
  const counts: Counts = { compared: 0, refused: 0, loud: 0 };
  await fc.assert(
    fc.asyncProperty(fc.integer(), (seed) => compare(seed, known, counts)),
    { seed: 20_261_121, numRuns: programs },
  );
  console.info(`${known ? "known" : "unknown"} types: ${JSON.stringify(counts)}`);
  expect(counts.compared).toBeGreaterThan(programs * 4);
  return counts;
}

async function compare(seed: number, known: boolean, counts: Counts): Promise<void> {
  const from = random(seed);
  const { text, run, arrow } = programOf(program(from));
  const { field, errors } = compiled(arrow, known);
  if (errors.length > 0) {
    counts.refused += 1;
    return;
  }
  for (let row = 0; row < rows; row += 1) {
    const input = value(inputSchema, from) as Json;
    const wanted = canonical(run({ input }));
    const found = await reference(field, input).then(canonical, (error: Error) => `error: ${error.message}`);
    counts.compared += 1;
    if (!known && found?.startsWith("error: ")) counts.loud += 1;
    else expect({ text, field, input, found }).toEqual({ text, field, input, found: wanted });
  }
}
