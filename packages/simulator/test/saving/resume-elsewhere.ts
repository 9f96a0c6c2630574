import { readFileSync } from "node:fs";
import { readMachine } from "@statewright/asl";
import { type SavedRun, type Simulation, simulate } from "../../src/index.ts";
import { randomMachine } from "../random/random-machine.ts";

// Reads saved runs of random machines and goes on with them: what a process does that knows nothing but the files.

const saved = JSON.parse(readFileSync(0, "utf8")) as readonly {
  readonly seed: number;
  readonly saved: SavedRun;
}[];
const ended: Simulation[] = [];
for (const { seed, saved: resume } of saved) {
  const { definition, mocks } = randomMachine(seed);
  const { machine } = readMachine(definition);
  if (machine !== undefined) ended.push(await simulate(machine, { mocks, resume }));
}
process.stdout.write(JSON.stringify(ended));
