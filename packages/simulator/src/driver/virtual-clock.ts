import { bug, type Diagnostic } from "@statewright/diagnostics";
import type { Responder } from "../calls/answer.ts";
import type { CallTask } from "../execution/command.ts";
import type { ExecutionIdentity } from "../execution/execution.ts";
import { liveOf } from "../execution/live-execution.ts";
import type { Step } from "../execution/step.ts";
import type { ExecutionEvent } from "../execution/unit.ts";
import { hashText, seededRandom } from "../json/seeded-random.ts";
import type { Program } from "../program/program.ts";
import { advance, begin, observerOf } from "./advance.ts";
import { closeAgenda, takeNext } from "./agenda.ts";
import { settleCommands } from "./carry-out.ts";
import { type Clock, newClock } from "./clock.ts";
import type { ClockLimits, ClockRun, ClockWorld } from "./clock-run.ts";
import type { Due } from "./due.ts";
import { waitForNext } from "./pace.ts";
import { taskTimedOut } from "./task-tokens.ts";

/** Transitions without any time passing after which an execution counts as endless. */
const mostTransitionsAtOnce = 1_000_000;

/** Runs `program` from its start; a wait of a year takes no longer than one of a second. */
export function runOnVirtualClock(
  program: Program,
  identity: ExecutionIdentity,
  responder: Responder,
  unanswered: (call: CallTask) => Diagnostic,
  { readers = {}, machines, onEvaluation, ...limits }: ClockLimits & ClockWorld = {},
): Promise<ClockRun> {
  const clock = newClock(identity.startTime, responder, unanswered, readers, machines, onEvaluation);
  begin(clock, program, identity);
  return runOn(clock, limits);
}

/** Runs a clock that was saved; what could be done at once when it stopped is done first. */
export function resumeOnVirtualClock(clock: Clock, limits: ClockLimits = {}): Promise<ClockRun> {
  const later = clock.ready.splice(0);
  if (clock.running.get(0)?.live.ready.length !== 0) advance(clock, 0, []);
  clock.ready.push(...later);
  return runOn(clock, limits);
}

/** Goes on with the execution of a clock that was saved when it had ended, at `now`. */
export function redriveOnVirtualClock(
  clock: Clock,
  redriven: Step,
  now: number,
  limits: ClockLimits = {},
): Promise<ClockRun> {
  const root = clock.running.get(0) ?? bug("a run without an execution");
  const { execution, patch, commands, taken } = redriven;
  root.live = liveOf(root.program, execution, observerOf(clock, root.machine));
  clock.now = now;
  clock.still = 0;
  clock.ready.push({ run: 0, events: patch.events, commands, taken });
  return runOn(clock, limits);
}

async function runOn(
  clock: Clock,
  { steps, mostStill = mostTransitionsAtOnce, pace }: ClockLimits,
): Promise<ClockRun> {
  const root = clock.running.get(0);
  const last = steps === undefined ? undefined : clock.steps + steps;
  while (clock.finished === undefined) {
    if (clock.held === undefined) settleCommands(clock, mostStill);
    if (clock.pending.length > 0) {
      await Promise.all(clock.pending.splice(0));
      continue;
    }
    if (clock.finished !== undefined || clock.held !== undefined) break;
    if (clock.agenda.explicit === 0 || clock.steps === last) break;
    if (pace !== undefined && !(await waitForNext(clock, pace))) break;
    deliver(clock, root?.live.base.identity.seed ?? 0);
  }
  const stopped = clock.finished === undefined && (clock.held !== undefined || clock.agenda.explicit > 0);
  clock.over = true;
  if (!stopped) closeAgenda(clock.agenda);
  const waiting = [...clock.running.values()].flatMap(({ calls }) => [...calls.values()]);
  return {
    ...(clock.finished !== undefined && { finished: clock.finished }),
    ...(stopped && { stopped: { input: clock.held?.input ?? null } }),
    clock,
    events: clock.events,
    taken: clock.taken,
    transitions: root?.live.transitions ?? 0,
    now: clock.now,
    waiting: clock.finished === undefined && !stopped ? waiting : [],
  };
}

/** Which events of one instant come now: all of them, but for other seeds any of them. */
function keeps(clock: Clock, seed: number): () => boolean {
  return () => {
    if (seed === 0) return true;
    clock.draws += 1;
    return seededRandom(hashText("deliver", seed), clock.draws) < 0.5;
  };
}

/** Hands in what happens next. */
function deliver(clock: Clock, seed: number): void {
  clock.steps += 1;
  const batch = takeNext(clock.agenda, keeps(clock, seed));
  const time = batch[0]?.time ?? clock.now;
  if (time > clock.now) {
    clock.now = time;
    clock.still = 0;
  }
  const byRun = new Map<number, ExecutionEvent[]>();
  for (const due of batch) {
    if (!isWanted(clock, due)) continue;
    const events = byRun.get(due.run);
    if (events === undefined) byRun.set(due.run, [due.event]);
    else events.push(due.event);
  }
  for (const [run, events] of byRun) advance(clock, run, events);
}

/** Whether a call still waits for this: its first answer or its time running out closes it. */
function isWanted(clock: Clock, { run, event, sending }: Due): boolean {
  const calls = clock.running.get(run)?.calls;
  switch (event.kind) {
    case "timer":
      if (/!(timeout|heartbeat)$/.test(event.id)) calls?.delete(event.id.slice(0, event.id.lastIndexOf("!")));
      return true;
    case "taskSucceeded":
    case "taskFailed":
      if (calls?.delete(event.id)) return true;
      break;
    case "heartbeat":
      if (calls?.has(event.id)) return true;
      break;
    default:
      return true;
  }
  if (sending !== undefined) sending.refused = taskTimedOut;
  return false;
}
