import type { Finished } from "../execution/command.ts";
import { cancelRun, cancelVisit, schedule } from "./agenda.ts";
import type { Clock } from "./clock.ts";
import type { DueEvent } from "./due.ts";
import { endOfNested } from "./nested-execution.ts";
import { noteOtherExecution } from "./other-executions.ts";

/** Nobody wants the answer to a call, a child or a timer any longer. */
export function cancel(clock: Clock, run: number, id: string): void {
  cancelVisit(clock.agenda, run, id);
  const running = clock.running.get(run);
  running?.calls.delete(id);
  for (const [child, childRun] of running?.children ?? [])
    if (child === id || child.startsWith(`${id}/`)) close(clock, childRun);
}

/** Forgets an execution and the children it still has. */
function close(clock: Clock, run: number): void {
  const running = clock.running.get(run);
  if (running !== undefined && run !== 0) noteOtherExecution(clock, running);
  cancelRun(clock.agenda, run);
  clock.running.delete(run);
  if (running?.parent !== undefined)
    clock.running.get(running.parent.run)?.children.delete(running.parent.id);
  for (const child of running?.children.values() ?? []) close(clock, child);
}

/** Tells whoever started an execution how it ended. */
export function end(clock: Clock, run: number, finished: Finished): void {
  const running = clock.running.get(run);
  if (running === undefined) return; // it was closed before its end was carried out
  const { parent, startedBy, live } = running;
  if (run === 0 || finished.status === "REFUSED") {
    clock.finished = finished;
    return;
  }
  noteEnd(clock, run, finished);
  close(clock, run);
  if (parent === undefined) return;
  if (startedBy !== undefined) {
    const event = endOfNested(startedBy, live.base.identity, finished, clock.now) as DueEvent;
    schedule(clock.agenda, { run: parent.run, time: clock.now, tier: 1, event, implicit: false });
    return;
  }
  const { output, error, cause, status } = finished;
  const event = {
    kind: "childFinished",
    id: parent.id,
    status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  } as const;
  schedule(clock.agenda, { run: parent.run, time: clock.now, tier: 0, event, implicit: false });
}

/** How an execution ended that a task had started. */
function noteEnd(clock: Clock, run: number, { status, output, error, cause }: Finished): void {
  const started = clock.started.get(run);
  if (started === undefined || status === "REFUSED") return;
  clock.started.set(run, {
    ...started,
    status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  });
}
