import { readFileSync } from "node:fs";
import type { JsonValue } from "@statewright/asl";
import type { JsonObject } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import { canonical, type Judge, reference } from "./judges.ts";
import { compiled, programOf } from "./lowered.ts";
import { inputSchema, random, value } from "./random-data.ts";

interface Pinned {
  readonly program: string;
  /** The field with the input's types known, and without. */
  readonly known: JsonValue;
  readonly unknown: JsonValue;
}

const pinned = JSON.parse(
  readFileSync(new URL("./fixtures/programs.json", import.meta.url), "utf8"),
) as readonly Pinned[];
const rows = process.env.STATEWRIGHT_DEEP ? 500 : 6;

describe.each([
  ["known", true],
  ["unknown", false],
] as const)("with types %s", (key, known) => {
  test.each(pinned)("$program", async (entry) => {
    const { run, arrow } = programOf(entry.program);
    const { field, errors } = compiled(arrow, known);
    const [refusal] = errors;
    expect(refusal ? `refused: ${refusal.why}` : field).toEqual(entry[key]);
    if (!refusal) await sameOnRandomData(entry.program, run, field, known, reference);
  });
});

/** Without types a value that TypeScript promised may be missing at a leaf: loud, and never another value. */
async function sameOnRandomData(
  program: string,
  run: ReturnType<typeof programOf>["run"],
  field: JsonValue,
  known: boolean,
  judge: Judge,
): Promise<void> {
  const from = random(program.length);
  for (let row = 0; row < rows; row += 1) {
    const input = value(inputSchema, from) as JsonObject;
    const wanted = canonical(run({ input }));
    if (wanted === undefined) continue;
    const found = await judge(field, input).then(canonical, (error: Error) => `error: ${error.message}`);
    if (!known && found?.startsWith("error: ")) continue;
    expect({ input, found }).toEqual({ input, found: wanted });
  }
}
