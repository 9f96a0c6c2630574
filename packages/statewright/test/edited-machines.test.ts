import { analyze, newAnalysisMemo } from "@statewright/analysis";
import { readMachine } from "@statewright/asl";
import type { Json } from "@statewright/json-types";
import { expect, test } from "vitest";
import { randomMachine } from "../../simulator/test/random/random-machine.ts";

const deep = process.env.STATEWRIGHT_DEEP !== undefined;
const machines = deep ? 2_000 : 36;
const from = Number(process.env.STATEWRIGHT_SEED ?? 1);

test("what an analysis remembers from edit to edit decides nothing", () => {
  let edits = 0;
  let followed = 0;
  for (let seed = from; seed < from + machines; seed += 1) {
    const made = randomMachine(seed);
    const memo = newAnalysisMemo();
    const types = typesOf(made);
    for (const definition of edited(made.definition, seed)) {
      const { machine } = readMachine(definition);
      if (machine === undefined) continue;
      edits += 1;
      const order = memo.whole?.solution.solving.order;
      expect(analyze(machine, { types, memo }), `seed ${seed}`).toEqual(analyze(machine, { types }));
      if (order !== undefined && memo.whole?.solution.solving.order === order) followed += 1;
    }
  }
  console.log(
    `${edits} edits of ${machines} random machines: the same with what is remembered as without; only what the edit changes was followed again in ${followed}`,
  );
  expect(followed).toBeGreaterThan(machines / 2);
});

function typesOf({ inputSchema, taskResultSchemas }: ReturnType<typeof randomMachine>) {
  const states = Object.entries(taskResultSchemas).map(([pointer, result]) => [pointer, { result }] as const);
  return { version: 1 as const, input: inputSchema, states: Object.fromEntries(states) };
}

/**
 * The definition, and it again after one edit and another: of a name that stands there, of a value, of two states at
 * once; then all undone.
 */
function edited(definition: Json, seed: number): readonly Json[] {
  const whole = JSON.stringify(definition);
  const names = [...whole.matchAll(/"(?:tags|name|flag|items|open|done|new|x)"/g)];
  const values = [...whole.matchAll(/(?<=:)(?:\d+|true|false|"[a-z ]+")(?=[,}])/g)];
  const replaced = (text: string, found: readonly RegExpMatchArray[], turn: number, by: string): string => {
    const one = found[(seed * 7 + turn * 13) % Math.max(found.length, 1)];
    const at = one?.index ?? text.length;
    const end = at + (one?.[0].length ?? 0);
    return text.slice(at, end) === one?.[0] ? `${text.slice(0, at)}${by}${text.slice(end)}` : text;
  };
  const texts = [
    replaced(whole, names, 0, '"other"'),
    replaced(whole, names, 1, '"other"'),
    replaced(whole, values, 0, "[1]"),
    replaced(whole, values, 1, '"{% $states.input.name %}"'),
    replaced(replaced(whole, values, 5, '"ab"'), values, 2, "null"),
    replaced(whole, values, 3, "{}"),
  ];
  return [whole, ...texts, whole].map((text): Json => JSON.parse(text));
}
