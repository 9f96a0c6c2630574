import { readMachine } from "@statewright/asl";
import { childPointer, jsonPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { describe, expect, test, vi } from "vitest";
import { evaluateAt } from "../src/index.ts";
import { seededRandom } from "../src/json/seeded-random.ts";
import { readRecordings, recordingsFolder } from "./recordings/recording.ts";

vi.setConfig({ testTimeout: 600_000 });

// Law: no place of no machine is a crash, whatever stands there; a failure names characters that are in the machine.

const folder = recordingsFolder();
const deep = Boolean(process.env.STATEWRIGHT_DEEP);
const rounds = deep ? 20 : 1;
const inputs: readonly Json[] = [{}, "x", { x: [1], items: [{ a: 1 }] }];
const odd: readonly Json[] = [
  null,
  0,
  "",
  "$",
  "$.x[",
  "{% 1 + %}",
  "{% $x %}",
  "States.UUID(",
  [],
  {},
  { "a.$": 1 },
];

type Keys = readonly (string | number)[];

function placesIn(value: Json, keys: Keys = []): readonly Keys[] {
  if (typeof value !== "object" || value === null) return [keys];
  const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? [...(value as readonly Json[]).entries()]
    : Object.entries(value as Readonly<Record<string, Json>>);
  return [keys, ...entries.flatMap(([key, part]) => placesIn(part, [...keys, key]))];
}

function valueAt(value: Json, keys: Keys): Json | undefined {
  return keys.reduce<Json>((part, key) => (part as Record<string | number, Json>)[key] as Json, value);
}

/** A copy with another value, or nothing, at a place. */
function changed(value: Json, [key, ...rest]: Keys, put: Json | undefined): Json {
  if (key === undefined) return put ?? null;
  const copy = structuredClone(value) as Record<string | number, Json>;
  const inner = rest.length === 0 ? put : changed(copy[key] as Json, rest, put);
  if (inner !== undefined) copy[key] = inner;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy as Json;
}

function evaluateEverywhere(definition: Json, count: (status: string) => void): void {
  const { machine } = readMachine(definition);
  if (machine === undefined) return;
  const places = new Map(placesIn(definition).map((keys) => [jsonPointer(keys), valueAt(definition, keys)]));
  for (const pointer of places.keys()) {
    for (const input of inputs) {
      const evaluation = evaluateAt(machine, pointer, { input, result: input, errorOutput: input });
      count(evaluation.status);
      if (evaluation.status !== "failed") continue;
      const { pointer: at, within } = evaluation;
      const text = places.get(at);
      expect(text, `${at} of ${pointer}`).toBeDefined();
      if (within === undefined) continue;
      expect(0 <= within.start && within.start <= within.end, at).toBe(true);
      expect(typeof text === "string" && within.end <= text.length, at).toBe(true);
    }
    count(evaluateAt(machine, childPointer(pointer, "x/y", 0)).status);
  }
}

describe.skipIf(folder === undefined)("every place of recorded machines, whole and damaged", () => {
  test("is evaluated or refused, and never a crash", async () => {
    const statuses = new Map<string, number>();
    const count = (status: string) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
    let draws = 0;
    const draw = <Item>(list: readonly Item[]): Item => {
      draws += 1;
      return list[Math.floor(seededRandom(7, draws) * list.length)] as Item;
    };
    const chosen = readRecordings(folder ?? "").filter((_, index) => deep || index % 6 === 0);
    for (const { recording } of chosen) {
      const written = recording.definition ?? null;
      await new Promise((done) => setTimeout(done, 0)); // the runner waits for a sign of life
      const definition: Json = typeof written === "string" ? JSON.parse(written) : written;
      evaluateEverywhere(definition, count);
      for (let round = 0; round < rounds; round += 1) {
        const place = draw(placesIn(definition).slice(1));
        evaluateEverywhere(changed(definition, place, draw([undefined, ...odd])), count);
      }
    }
    const shown = [...statuses].map(([status, times]) => `${times} ${status}`).join(", ");
    console.log(`places evaluated: ${shown}`);
    expect([...statuses.keys()].sort()).toEqual(["failed", "nothing", "refused", "value"]);
  });
});
