import { seededRandom } from "../json/seeded-random.ts";
import type { Draft } from "./draft.ts";
import { runUnit } from "./run-unit.ts";
import type { Unit } from "./unit.ts";

/** Pieces of work in one step. */
const mostUnits = 10_000;

/** Does what is ready, and what follows from it at once; at most so many pieces of work. */
export function doWork(draft: Draft, most: number = mostUnits): void {
  let left = most;
  while (draft.head < draft.ready.length && left > 0 && !draft.held) {
    left -= 1;
    runNextUnit(draft);
  }
  if (draft.head < draft.ready.length && draft.status === "RUNNING" && !draft.held)
    draft.commands.push({ kind: "continue" });
}

/** Breadth-first in order for seed 0; another seed takes any unit that is ready. What is held back stays ready. */
function runNextUnit(draft: Draft): void {
  const { ready, head, draws } = draft;
  const { seed } = draft.base.identity;
  let chosen = head;
  if (seed !== 0 && ready.length - head > 1) {
    draft.draws += 1;
    chosen += Math.floor(seededRandom(seed, draft.draws) * (ready.length - head));
    swap(ready, head, chosen);
  }
  draft.head += 1;
  runUnit(draft, ready[head] as Unit);
  if (!draft.held) return;
  swap(ready, head, chosen);
  draft.head = head;
  draft.draws = draws;
}

function swap(units: Unit[], one: number, other: number): void {
  const unit = units[one] as Unit;
  units[one] = units[other] as Unit;
  units[other] = unit;
}
