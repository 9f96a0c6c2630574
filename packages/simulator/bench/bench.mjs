// The simulator beside aws-local-stepfunctions (for expressions: the jsonata package), in one run and in turns, each in a process of its own.
// Exits with 1 when a target is missed.
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { works } from "./works.mjs";

const rounds = 7;
/** Megabytes of heap that the Map of 16,000 items may take. */
const mostHeap = 150;
const only = process.argv[2];
const missed = [];

console.log(
  `node ${process.version}; transitions in a second of processor time, median of ${rounds} rounds in turns (least–most)\n`,
);
console.log("| work | here | peer | times | target | here, history as JSON | MB at most: here | peer |");
console.log("|---|---|---|---|---|---|---|---|");
const medians = {};
for (const [name, work] of Object.entries(works)) {
  if (only !== undefined && !name.startsWith(only)) continue;
  console.log(await row(name, work));
}
if (medians["W3 1k"] !== undefined && medians["W3 16k"] !== undefined) {
  const growth = medians["W3 1k"] / medians["W3 16k"];
  console.log(
    `\nAn item of 16,000 takes ${growth.toFixed(2)} × the time of one of 1,000 (target: at most 1.5).`,
  );
  if (growth > 1.5) missed.push("W3 is not linear");
}
console.log(
  "\nThe peer is aws-local-stepfunctions 3.0.0, for W4 jsonata 2.0.6 evaluating the same parsed expressions. Here",
  `the whole history is kept. Megabytes: most resident memory of a process that runs the work once; W3 16k runs here
with a heap of at most ${mostHeap} MB.`,
);
if (missed.length > 0) console.log(`A target is missed: ${missed.join("; ")}.`);
process.exitCode = missed.length > 0 ? 1 : 0;

async function row(name, work) {
  const speeds = await measure(name);
  const [here, peer] = [median(speeds.ours), median(speeds.theirs)];
  medians[name] = here;
  const times = here / peer;
  if (times < work.times) missed.push(`${name} ${times.toFixed(1)} ×, not ${work.times} ×`);
  if (here < (work.perSecond ?? 0)) missed.push(`${name} ${shown(here)}/s, not ${shown(work.perSecond)}/s`);
  const target = `≥ ${work.times}${work.perSecond === undefined ? "" : ` and ≥ ${shown(work.perSecond)}/s`}`;
  return `| ${[
    `${name}: ${work.what}`,
    range(speeds.ours),
    range(speeds.theirs),
    times.toFixed(1),
    target,
    range(speeds.written),
    memory(name, "ours"),
    memory(name, "theirs"),
  ].join(" | ")} |`;
}

/**
 * The speeds of one work on each side. A side has a process of its own, which waits while another is measured: what ran
 * before would decide how the code is compiled, and what the other leaves behind how long the collector takes.
 */
async function measure(name) {
  const sides = { ours: start(name, "ours"), written: start(name, "written"), theirs: start(name, "theirs") };
  const speeds = { ours: [], written: [], theirs: [] };
  for (const side of Object.values(sides)) await side.ready;
  for (let round = 0; round < rounds; round += 1) {
    for (const [side, { child }] of Object.entries(sides)) {
      child.send("measure");
      speeds[side].push(await answer(child));
    }
  }
  for (const { child } of Object.values(sides)) child.disconnect();
  return speeds;
}

function start(name, side) {
  const script = fileURLToPath(new URL("speeds.mjs", import.meta.url));
  const child = fork(script, [name, side], { execArgv: ["--expose-gc"] });
  return { child, ready: answer(child) };
}

/** What a process says next; that it ended instead is an error. */
async function answer(child) {
  const [said, ended] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => [undefined, code]),
  ]);
  if (said === undefined) throw new Error(`a process ended with ${ended}`);
  return said;
}

/** Megabytes a process of its own took at most. */
function memory(name, side) {
  const heap = [`--max-old-space-size=${mostHeap - 24}`, "--max-semi-space-size=8"];
  const limited = side === "ours" && name === "W3 16k" ? heap : [];
  const script = fileURLToPath(new URL("memory.mjs", import.meta.url));
  try {
    const stdio = ["ignore", "pipe", "ignore"];
    return execFileSync(process.execPath, [...limited, script, name, side], {
      encoding: "utf8",
      stdio,
    }).trim();
  } catch {
    missed.push(`${name} needs more memory`);
    return "too much";
  }
}

function range(speeds) {
  return `${shown(median(speeds))} (${shown(Math.min(...speeds))}–${shown(Math.max(...speeds))})`;
}

function shown(perSecond) {
  if (perSecond >= 999_500) return `${(perSecond / 1e6).toFixed(2)} M`;
  return perSecond >= 10_000 ? `${Math.round(perSecond / 1000)} k` : perSecond.toFixed(0);
}

function median(numbers) {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];
}
