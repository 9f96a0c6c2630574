import type { ExecutionIdentity } from "../execution/execution.ts";
import type { Clock, Running } from "./clock.ts";

/**
 * Executions beside the one that was started, of one kind together: the child executions of Distributed Maps, or those
 * that tasks started. AWS bills them as executions of their type (R-PRICE-03).
 */
export interface OtherExecutions {
  /** `child`: of a Distributed Map; `started`: by a task. */
  readonly kind: "child" | "started";
  readonly type: ExecutionIdentity["type"];
  /** The key of its machine, where a task started it or the execution it is a child of. */
  readonly machine?: string;
  /** How many there were; one that was redriven is no other. */
  readonly executions: number;
  /** Their states entered and retries. */
  readonly transitions: number;
  /** How long they took together on the virtual clock, each rounded up to 100 ms (R-PRICE-04). */
  readonly billedMilliseconds: number;
}

/** All that have ended and, while the run is not over, those that stand as they stand now. */
export function otherExecutionsOf(clock: Clock): readonly OtherExecutions[] {
  const found = new Map(clock.otherExecutions);
  for (const [run, running] of clock.running) if (run !== 0) add(found, running, clock.now);
  return [...found.values()];
}

/** Counts an execution that is forgotten. */
export function noteOtherExecution(clock: Clock, running: Running): void {
  add(clock.otherExecutions, running, clock.now);
}

function add(found: Map<string, OtherExecutions>, running: Running, now: number): void {
  const { machine, startedBy, live } = running;
  const { type, startTime, redriven } = live.base.identity;
  const kind = startedBy === undefined ? "child" : "started";
  const key = JSON.stringify([kind, type, machine]);
  const before = found.get(key);
  const took = now - (redriven?.time ?? startTime);
  found.set(key, {
    kind,
    type,
    ...(machine !== undefined && { machine }),
    executions: (before?.executions ?? 0) + (redriven === undefined ? 1 : 0),
    transitions: (before?.transitions ?? 0) + live.transitions,
    billedMilliseconds: (before?.billedMilliseconds ?? 0) + Math.max(1, Math.ceil(took / 100)) * 100,
  });
}
