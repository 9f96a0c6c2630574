import { bug, type JsonPointer } from "@statewright/diagnostics";
import type { Program } from "../program/program.ts";
import { beginDraft, type StartOptions } from "./begin-draft.ts";
import { copyOf } from "./change-part.ts";
import type { Command } from "./command.ts";
import { doWork } from "./do-work.ts";
import { type Draft, openDraft, queue } from "./draft.ts";
import type { Execution } from "./execution.ts";
import { headOf } from "./head-of.ts";
import type { HistoryEvent } from "./history-event.ts";
import type { OnEvaluation } from "./observed-evaluation.ts";
import type { Part, PartId } from "./part.ts";
import type { ExecutionEvent } from "./unit.ts";

/** What a live execution gives at a step; nothing of it changes later. */
export interface Moved {
  readonly events: readonly HistoryEvent[];
  readonly commands: readonly Command[];
  readonly taken: readonly JsonPointer[];
}

/**
 * An execution that one driver alone holds, which goes on in place. Its transitions are those of `step`; it saves what
 * only a store needs, the copies of what changes and the patch, and becomes an {@link Execution} when it is asked for.
 */
export type LiveExecution = Draft;

/** Starts an execution, as `start` does; its first step is still to be taken. */
export function beginLive(
  program: Program,
  options: StartOptions,
  onEvaluation?: OnEvaluation,
): LiveExecution {
  return beginDraft(program, options, onEvaluation, true);
}

/** Goes on with an execution, which stays as it is. */
export function liveOf(program: Program, execution: Execution, onEvaluation?: OnEvaluation): LiveExecution {
  if (execution.definition !== program.definition || execution.format !== 1)
    bug("another program's execution");
  const base: Execution = { ...execution, parts: Object.create(null) as Record<PartId, Part> };
  const live = openDraft(program, base, execution.identity.startTime, onEvaluation, true);
  for (const [id, part] of Object.entries(execution.parts)) live.changed.set(id, copyOf(part));
  return live;
}

/** Takes events of one instant, and does everything that takes no time after them, as `step` does. */
export function moveLive(live: LiveExecution, events: readonly ExecutionEvent[], now: number): Moved {
  live.now = now;
  live.held = false;
  for (const event of events) queue(live, { kind: "event", event });
  doWork(live);
  if (live.head > 0) live.ready = live.ready.slice(live.head);
  live.head = 0;
  const { events: added, commands, taken } = live;
  live.events = [];
  live.commands = [];
  live.taken = [];
  return { events: added, commands, taken };
}

/** The execution as it stands, as plain data that stays as it is when the live one goes on. */
export function executionOf(live: LiveExecution): Execution {
  if (live.base.status !== "RUNNING") return live.base;
  const head = headOf(live);
  const parts = Object.create(null) as Record<PartId, Part>;
  if (head.status !== "RUNNING") return { ...head, parts };
  for (const [id, part] of live.changed) if (part !== undefined) parts[id] = copyOf(part);
  return { ...head, parts };
}
