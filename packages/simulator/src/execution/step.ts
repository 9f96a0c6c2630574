import { bug, type JsonPointer } from "@statewright/diagnostics";
import type { Program } from "../program/program.ts";
import { beginDraft, type StartOptions } from "./begin-draft.ts";
import type { Command } from "./command.ts";
import { doWork } from "./do-work.ts";
import { type Draft, openDraft, queue } from "./draft.ts";
import type { Execution } from "./execution.ts";
import { headOf } from "./head-of.ts";
import type { OnEvaluation } from "./observed-evaluation.ts";
import type { Part, PartId } from "./part.ts";
import { applyPatch, type Patch } from "./patch.ts";
import type { ExecutionEvent } from "./unit.ts";

/** What a step gives: the execution as it stands now, what of it changed, and what the driver is to do. */
export interface Step {
  readonly execution: Execution;
  readonly patch: Patch;
  readonly commands: readonly Command[];
  /** What it took, in order, for coverage: states entered, Choice rules, retriers and catchers. */
  readonly taken: readonly JsonPointer[];
}

/** When a step happens, and how much it may do. */
export interface StepOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Pieces of work before the step ends with a `continue` command; by default 10,000. */
  readonly most?: number;
  /** Is told of each JSONata expression that is evaluated. */
  readonly onEvaluation?: OnEvaluation | undefined;
}

/**
 * Starts an execution of `program`. Pure: the same arguments give the same step.
 *
 * @example
 * ```ts
 * const first = start(program, { input: { id: 1 }, startTime: Date.UTC(2026, 0, 1) });
 * ```
 */
export function start(
  program: Program,
  options: StartOptions,
  most?: number,
  onEvaluation?: OnEvaluation,
): Step {
  return workThrough(beginDraft(program, options, onEvaluation), most);
}

/**
 * Takes one event, or several of the same instant, and does everything that takes no time after it.
 *
 * Pure and synchronous. An event for an id that is unknown or closed changes nothing. With no event it goes on
 * where a `continue` command left off.
 */
export function step(
  program: Program,
  execution: Execution,
  events: ExecutionEvent | readonly ExecutionEvent[],
  options: StepOptions,
): Step {
  if (execution.definition !== program.definition || execution.format !== 1)
    bug("another program's execution");
  const draft = openDraft(program, execution, options.now, options.onEvaluation);
  for (const event of Array.isArray(events) ? events : [events as ExecutionEvent])
    queue(draft, { kind: "event", event });
  return workThrough(draft, options.most);
}

/** Does what is ready, and what follows from it at once. */
export function workThrough(draft: Draft, most?: number): Step {
  doWork(draft, most);
  const patch = patchOf(draft);
  const { base, commands, taken } = draft;
  return { execution: applyPatch(base, patch), patch, commands, taken };
}

function patchOf(draft: Draft): Patch {
  const parts: Record<PartId, Part | null> = Object.create(null) as Record<PartId, Part | null>;
  for (const [id, part] of draft.changed) parts[id] = part ?? null;
  return { head: headOf(draft), parts, events: draft.events };
}
