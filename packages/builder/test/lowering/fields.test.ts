import { readFileSync } from "node:fs";
import type { Json } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { features } from "./features.ts";
import { fieldCases } from "./field-cases.ts";
import { type Compared, type Compiled, compare, compiledCase, programOfSeed } from "./field-harness.ts";
import { inputSchema, type Oddities, random, value } from "./random-data.ts";
import { RowTable } from "./row-table.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const programs = Number(process.env.STATEWRIGHT_PROGRAMS ?? (deep ? 21_000 : 330));
const rows = deep ? 60 : 10;
/** In the deep run, each construct is in at least as many pairs of an expression and its data. */
const leastOfRow = deep ? 5000 : 1;
const first = Number(process.env.STATEWRIGHT_SEED ?? 0);

const oddities: readonly Oddities[] = [
  {},
  {},
  { emoji: true },
  { digits: true },
  { emoji: true, digits: true },
];

const pinned = JSON.parse(
  readFileSync(new URL("./fixtures/programs.json", import.meta.url), "utf8"),
) as readonly { readonly program: string }[];

describe("a field of the emitted machine yields what its arrow yields, in the simulator", () => {
  test("constructs composed at random, in every field, on odd data too", { timeout: 7_200_000 }, () => {
    const table = new RowTable([...new Set(features.map(({ row }) => row))]);
    for (let seed = first; seed < first + programs; seed += 1) {
      const program = programOfSeed(seed, seed % 4 !== 0);
      table.addProgram(program);
      addPairs(table, program, seed);
    }
    console.info(table.print());
    expect(table.differences).toEqual([]);
    expect(table.refused).toBeLessThan(programs / 8);
    expect(table.leastPairs()).toBeGreaterThanOrEqual(leastOfRow);
  });

  test("the fixed list, in every field that takes any value", { timeout: 3_600_000 }, () => {
    const table = new RowTable(fieldCases.map(({ field }) => field));
    for (const [at, { program }] of pinned.entries()) {
      for (const [nth, fieldCase] of fieldCases.entries()) {
        if (fieldCase.kinds || (!deep && (at + nth) % fieldCases.length > 0)) continue;
        const isBlock = program.startsWith("{") && program.includes("return");
        const expression = isBlock ? `(() => ${program})()` : program;
        const compiled = compiledCase(
          fieldCase,
          fieldCase.text(expression),
          new Set([fieldCase.field]),
          true,
        );
        table.addProgram(compiled);
        addPairs(table, compiled, at);
      }
    }
    console.info(table.print());
    expect(table.differences).toEqual([]);
  });
});

/** A program that is refused has no pairs. */
function addPairs(table: RowTable, program: Compiled, seed: number): void {
  if (program.errors.length > 0) return;
  const from = random(seed + 1_000_000);
  for (let row = 0; row < rows; row += 1) {
    const odd = oddities[row % oddities.length] ?? {};
    const compared: Compared | undefined = compare(program, odd, value(inputSchema, from, odd) as Json);
    if (compared) table.addPair(program, compared, seed);
  }
}
