import type { ExecutionIdentity } from "../execution/execution.ts";
import type { OnEvaluation } from "../execution/observed-evaluation.ts";
import { takePatch } from "../execution/patch.ts";
import { changeBy, start } from "../execution/step.ts";
import type { ExecutionEvent } from "../execution/unit.ts";
import type { Program } from "../program/program.ts";
import { type Clock, type Running, unsettled } from "./clock.ts";

/** Starts an execution on the clock; gives its number. */
export function begin(
  clock: Clock,
  program: Program,
  identity: ExecutionIdentity,
  { parent, machine, startedBy }: Pick<Running, "parent" | "machine" | "startedBy"> = {},
): number {
  const run = clock.runs;
  clock.runs += 1;
  const first = start(program, identity, undefined, observerOf(clock, machine));
  clock.still += first.execution.transitions;
  clock.running.set(run, {
    program,
    execution: first.execution,
    calls: new Map(),
    children: new Map(),
    ...(parent && { parent }),
    ...(machine !== undefined && { machine }),
    ...(startedBy && { startedBy }),
  });
  if (parent !== undefined) clock.running.get(parent.run)?.children.set(parent.id, run);
  clock.ready.push(unsettled(run, first));
  return run;
}

/** Of an execution of another machine it is said which one. */
function observerOf({ onEvaluation }: Clock, machine: string | undefined): OnEvaluation | undefined {
  if (onEvaluation === undefined || machine === undefined) return onEvaluation;
  return (evaluation) => onEvaluation({ ...evaluation, machine });
}

/** Hands events to an execution; what follows from them is settled later. */
export function advance(clock: Clock, run: number, events: readonly ExecutionEvent[]): void {
  const running = clock.running.get(run);
  if (running === undefined) return;
  const { program, execution, machine } = running;
  const next = changeBy(program, execution, events, {
    now: clock.now,
    onEvaluation: observerOf(clock, machine),
  });
  clock.still += next.patch.head.transitions - execution.transitions;
  running.execution = takePatch(execution, next.patch);
  clock.ready.push(unsettled(run, next));
}

/** Of what belongs to an execution of another machine it is said which one. */
export function inMachine(clock: Clock, run: number): Pick<Running, "machine"> {
  const machine = clock.running.get(run)?.machine;
  return machine === undefined ? {} : { machine };
}
