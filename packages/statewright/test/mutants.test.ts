import { existsSync } from "node:fs";
import { type StateTypes, walkStates } from "@statewright/asl";
import { type Json, schemaFromShape, unionOf } from "@statewright/json-types";
import { describe, expect, test } from "vitest";
import {
  type ReadRecording,
  readRecordings,
  recordingsFolder,
  typesOf,
  typings,
} from "../../analysis/test/recordings.ts";
import { readRecording } from "../../simulator/src/replay/read-recording.ts";
import { runOf } from "../../simulator/src/replay/replay-execution.ts";
import { baselineOf, type Judged, judgeMutant, type Original } from "./mutants/judge-mutant.ts";
import { mutantsOf } from "./mutants/mutants-of.ts";
import { originalsOfRealMachines } from "./mutants/originals-of-real-machines.ts";
import { originalsOfToldMachines } from "./mutants/originals-of-told-machines.ts";

// Changes one name, function or operand of a machine whose data is told: what makes it behave differently in the
// simulator is reported where it was changed, and the name that was meant is named.

const deep = process.env.STATEWRIGHT_DEEP !== undefined;

describe.skipIf(!existsSync(recordingsFolder))("mutants of machines whose data is told", () => {
  test("each that behaves differently is reported at its place", async () => {
    const recorded = readRecordings()
      .filter(({ expected }) => expected.status === "SUCCEEDED")
      .map(originalOf);
    const real = [...(await originalsOfToldMachines()), ...(await originalsOfRealMachines())];
    console.log(`${recorded.length} recordings, ${real.length} runs of real machines`);
    const originals = [...real, ...recorded];
    const judged = await judgeAll(originals);
    print(judged);
    const told = judged.filter(({ untold }) => !untold);
    const reported = told.filter((one) => one.reported);
    const renamed = judged.filter(({ suggested }) => suggested !== undefined);
    expect(judged.length).toBeGreaterThan(deep ? 4999 : 199);
    expect(reported.length / told.length).toBeGreaterThanOrEqual(0.98);
    expect(renamed.filter(({ suggested }) => suggested).length / renamed.length).toBeGreaterThanOrEqual(0.9);
  }, 600_000);
});

/** How often each name is misspelt, and of how many places one is taken. */
const [rounds, oneOf] = deep ? [6, 5] : [1, 16];

async function judgeAll(originals: readonly Original[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  const seen = new Set<string>();
  const next = numbers(7);
  let place = 0;
  for (const original of originals) {
    const mutants = Array.from({ length: rounds }, () => mutantsOf(original.definition, misspeller(next)))
      .flat()
      .filter(() => {
        place += 1;
        return place % oneOf === 0;
      });
    if (mutants.length === 0) continue;
    const baseline = await baselineOf(original);
    if (baseline === undefined) continue;
    for (const mutant of mutants) {
      const key = JSON.stringify([mutant.definition, original.types]);
      if (seen.has(key)) continue;
      seen.add(key);
      const one = await judgeMutant(mutant, baseline);
      if (one !== undefined) judged.push(one);
    }
  }
  return judged;
}

function print(judged: readonly Judged[]): void {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].sort();
  const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
  for (const kind of [undefined, ...kinds]) {
    const all = judged.filter((one) => kind === undefined || one.kind === kind);
    const found = all.filter(({ reported }) => reported);
    const renamed = all.filter(({ suggested }) => suggested !== undefined);
    const named = renamed.filter(({ suggested }) => suggested);
    console.log(
      `${kind ?? "mutants that behave differently"}: ${all.length}, reported at their place ${percent(found.length, all.length)}, the name that was there is named for ${percent(named.length, renamed.length)}`,
    );
  }
  const [untold, told] = [judged.filter((one) => one.untold), judged.filter((one) => !one.untold)];
  const reported = (all: readonly Judged[]) => percent(all.filter((one) => one.reported).length, all.length);
  console.log(
    `of these ${untold.length} read JSON that comes as text, of which no types file tells, reported at their place ${reported(untold)}; the other ${told.length} ${reported(told)}`,
  );
  const ofReal = judged.filter(({ what }) => /^\S+\.json \d/.test(what));
  console.log(`of these ${ofReal.length} are of real machines, reported at their place ${reported(ofReal)}`);
  for (const { what } of judged.filter(({ reported }) => !reported).slice(0, deep ? 200 : 40))
    console.log(`  missed: ${what}`);
  if (deep)
    for (const { what } of judged.filter((one) => one.reported && one.suggested === false).slice(0, 60))
      console.log(`  unnamed: ${what}`);
}

/** A recording with all that its history tells: input, results, what tasks are called with, and the output. */
function originalOf(recording: ReadRecording): Original {
  const { id, definition, machine, expected } = recording;
  const told = typesOf(machine, [recording], typings.widened);
  const { recording: whole } = readRecording(recording as unknown as Json, id);
  const states: Record<string, StateTypes> = { ...told.states };
  for (const { name, pointer, state } of walkStates(machine)) {
    const given = state.Type !== "Task" ? [] : parametersOf(recording, name);
    if (given.length > 0)
      states[pointer] = {
        ...states[pointer],
        arguments: schemaFromShape(unionOf(given.map(typings.widened))),
      };
  }
  return {
    id,
    definition: definition as Json,
    types: {
      ...told,
      states,
      ...(expected.output !== undefined && {
        output: schemaFromShape(typings.widened(expected.output)),
      }),
    },
    options: () => (whole === undefined ? {} : runOf(whole)),
  };
}

function parametersOf({ tasks }: ReadRecording, name: string): readonly Json[] {
  return tasks.flatMap((task) => {
    const { state, parameters } = task as typeof task & { readonly parameters?: Json };
    return state === name && parameters !== undefined ? [parameters] : [];
  });
}

/** Names changed as by a slip of the finger. */
function misspeller(next: (below: number) => number): (name: string) => string {
  return (name) => {
    const at = 1 + next(Math.max(1, name.length - 1));
    switch (name.length < 3 ? 0 : next(3)) {
      case 0:
        return `${name.slice(0, at)}x${name.slice(at)}`;
      case 1:
        return name.slice(0, at) + name.slice(at + 1);
      default:
        return name.slice(0, at) + name.charAt(at - 1) + name.slice(at);
    }
  };
}

function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}
