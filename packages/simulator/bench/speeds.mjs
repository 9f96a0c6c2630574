// Measures one work in turns, here and in the peer, and prints all speeds as JSON.
import { checkSame, jsonataRunner, ourRunner, peerRunner } from "./runners.mjs";
import { works } from "./works.mjs";

const [, , name, rounds] = process.argv;
const work = works[name];
const ours = ourRunner(work);
const theirs = name === "W4" ? await jsonataRunner(work) : await peerRunner(work);
const written = async () => JSON.stringify((await ours()).history).length;
await checkSame(work, ours, theirs);

const speeds = { ours: [], written: [], theirs: [] };
for (let round = -3; round < Number(rounds); round += 1) {
  const measured = { ours: await speed(ours), written: await speed(written), theirs: await speed(theirs) };
  if (round < 0) continue; // while code is compiled
  for (const [side, value] of Object.entries(measured)) speeds[side].push(value);
}
console.log(JSON.stringify(speeds));

/** Transitions in a second of processor time: of at least a fifth of a second, so that one run does not decide. */
async function speed(run) {
  globalThis.gc?.();
  const start = process.cpuUsage();
  let [runs, taken] = [0, 0];
  while (taken < 200_000) {
    await run();
    runs += 1;
    const { user, system } = process.cpuUsage(start);
    taken = user + system;
  }
  return (work.transitions * runs * 1e6) / taken;
}
