import type { ExecutionIdentity } from "../execution/execution.ts";
import { beginLive, moveLive } from "../execution/live-execution.ts";
import type { OnEvaluation } from "../execution/observed-evaluation.ts";
import type { ExecutionEvent } from "../execution/unit.ts";
import type { Program } from "../program/program.ts";
import type { Clock, Running } from "./clock.ts";

/** Starts an execution on the clock; gives its number. */
export function begin(
  clock: Clock,
  program: Program,
  identity: ExecutionIdentity,
  { parent, machine, startedBy }: Pick<Running, "parent" | "machine" | "startedBy"> = {},
): number {
  const run = clock.runs;
  clock.runs += 1;
  const live = beginLive(program, identity, observerOf(clock, machine));
  clock.running.set(run, {
    program,
    live,
    calls: new Map(),
    children: new Map(),
    ...(parent && { parent }),
    ...(machine !== undefined && { machine }),
    ...(startedBy && { startedBy }),
  });
  if (parent !== undefined) clock.running.get(parent.run)?.children.set(parent.id, run);
  advance(clock, run, []);
  return run;
}

/** Of an execution of another machine it is said which one. */
export function observerOf({ onEvaluation }: Clock, machine: string | undefined): OnEvaluation | undefined {
  if (onEvaluation === undefined || machine === undefined) return onEvaluation;
  return (evaluation) => onEvaluation({ ...evaluation, machine });
}

/** Hands events to an execution; what follows from them is settled later. */
export function advance(clock: Clock, run: number, happened: readonly ExecutionEvent[]): void {
  const running = clock.running.get(run);
  if (running === undefined) return;
  const { live } = running;
  const before = live.transitions;
  const { events, commands, taken } = moveLive(live, happened, clock.now);
  clock.still += live.transitions - before;
  clock.ready.push({ run, events, commands, taken });
}

/** Of what belongs to an execution of another machine it is said which one. */
export function inMachine(clock: Clock, run: number): Pick<Running, "machine"> {
  const machine = clock.running.get(run)?.machine;
  return machine === undefined ? {} : { machine };
}
