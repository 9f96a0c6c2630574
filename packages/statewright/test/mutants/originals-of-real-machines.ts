import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseMachine, type StateTypes, walkStates } from "@statewright/asl";
import { type Json, schemaFromShape, unionOf } from "@statewright/json-types";
import { simulate } from "@statewright/simulator";
import { recordingsFolder, typings } from "../../../analysis/test/recordings.ts";
import type { Original } from "./judge-mutant.ts";
import { type RealRuns, realRuns } from "./runs-of-real-machines.ts";
import { valuesOf } from "./values-of-run.ts";

const folder = join(dirname(dirname(recordingsFolder)), "machines/real");

/** Each run of a real machine, with types of all of its runs: input, results, what tasks are given, and the output. */
export async function originalsOfRealMachines(): Promise<readonly Original[]> {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder);
  const originals: Original[] = [];
  for (const { file, runs } of realRuns) {
    const name = files.find((one) => one.includes(file));
    if (name === undefined) throw new Error(`there is no real machine ${file}`);
    originals.push(...(await originalsOf(name, runs)));
  }
  return originals;
}

async function originalsOf(file: string, runs: RealRuns["runs"]): Promise<readonly Original[]> {
  const text = readFileSync(join(folder, file), "utf8");
  const { machine } = parseMachine(text);
  if (machine === undefined) throw new Error(`${file} is no machine`);
  const seen = new Map<string, Json[]>();
  const keep = (key: string, value: Json) => seen.set(key, [...(seen.get(key) ?? []), value]);
  for (const { input, answers } of runs) {
    const run = await simulate(machine, { input, mocks: { states: answers } });
    if (run.status !== "SUCCEEDED")
      throw new Error(`${file}: ${run.status} ${run.error} ${JSON.stringify(run.diagnostics)} ${run.cause}`);
    keep("output", run.output as Json);
    for (const { name, what, value } of valuesOf(run.events)) keep(`${what} of ${name}`, value);
  }
  const schema = (key: string) => {
    const values = seen.get(key);
    return values === undefined ? undefined : schemaFromShape(unionOf(values.map(typings.widened)));
  };
  const states: Record<string, StateTypes> = {};
  for (const { name, pointer } of walkStates(machine)) {
    const [result, given] = [schema(`result of ${name}`), schema(`arguments of ${name}`)];
    states[pointer] = {
      ...(result !== undefined && { result }),
      ...(given !== undefined && { arguments: given }),
    };
  }
  const types = {
    version: 1 as const,
    input: schemaFromShape(unionOf(runs.map(({ input }) => typings.widened(input)))),
    output: schema("output") ?? true,
    states,
  };
  return runs.map(({ input, answers }, index) => ({
    id: `${file} ${index}`,
    definition: JSON.parse(text) as Json,
    types,
    options: () => ({ input, mocks: { states: answers } }),
  }));
}
