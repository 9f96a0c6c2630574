import { analyze, newAnalysisMemo } from "@statewright/analysis";
import { readMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { expect, test } from "vitest";
import { randomMachine } from "../../simulator/test/random/random-machine.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const machines = deep ? 2_000 : 60;
const from = Number(process.env.STATEWRIGHT_SEED ?? 1);

test("what an analysis remembers from edit to edit decides nothing", () => {
  let edits = 0;
  for (let seed = from; seed < from + machines; seed += 1) {
    const made = randomMachine(seed);
    const memo = newAnalysisMemo();
    const types = typesOf(made);
    for (const definition of edited(made.definition, seed)) {
      const { machine } = readMachine(definition);
      if (machine === undefined) continue;
      edits += 1;
      expect(analyze(machine, { types, memo }), `seed ${seed}`).toEqual(analyze(machine, { types }));
    }
  }
  console.log(`${edits} edits of ${machines} random machines: the same with what is remembered as without`);
});

function typesOf({ inputSchema, taskResultSchemas }: ReturnType<typeof randomMachine>) {
  const states = Object.entries(taskResultSchemas).map(([pointer, result]) => [pointer, { result }] as const);
  return { version: 1 as const, input: inputSchema, states: Object.fromEntries(states) };
}

/** The definition, and it again after one edit, after two, and with both undone. */
function edited(definition: Json, seed: number): readonly Json[] {
  const words = [...JSON.stringify(definition).matchAll(/"(?:tags|name|flag|items|open|done|new|x)"/g)];
  const texts = [0, 1].map((turn) => {
    const word = words[(seed * 7 + turn * 13) % Math.max(words.length, 1)];
    const text = JSON.stringify(definition);
    if (word === undefined) return text;
    return `${text.slice(0, word.index)}"other"${text.slice(word.index + word[0].length)}`;
  });
  const whole = JSON.stringify(definition);
  return [whole, ...texts, whole].map((text): Json => JSON.parse(text));
}
