// Measures one work on one side: one speed for each message, so that both sides take turns in processes of their own.
import { checkSame, jsonataRunner, ourRunner, peerRunner } from "./runners.mjs";
import { works } from "./works.mjs";

const [, , name, side] = process.argv;
const work = works[name];
const run = await runner();
for (let round = 0; round < 3; round += 1) await speed(); // while code is compiled
process.on("message", async () => process.send(await speed()));
process.send("ready");

async function runner() {
  const ours = ourRunner(work);
  if (side === "ours") return ours;
  if (side === "written") return async () => JSON.stringify((await ours()).history).length;
  const theirs = name === "W4" ? await jsonataRunner(work) : await peerRunner(work);
  await checkSame(work, ours, theirs);
  return theirs;
}

/** Transitions in a second of processor time: of at least a fifth of a second, so that one run does not decide. */
async function speed() {
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
