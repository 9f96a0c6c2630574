import type { Diagnostic } from "@statewright/diagnostics";
import { notRedrivable } from "../diagnostics/refusals.ts";
import type { DistributedMap } from "../program/map-plan.ts";
import { isDistributed } from "../program/plan.ts";
import type { Program } from "../program/program.ts";
import { changeThread } from "./change-part.ts";
import { type Draft, isOpen, openDraft } from "./draft.ts";
import { emit } from "./emit.ts";
import { runState } from "./enter-state.ts";
import type { Execution, Unfinished } from "./execution.ts";
import { executionSeconds, historyLimit, redriveDays } from "./limits.ts";
import type { Container, Part, PartId, Thread } from "./part.ts";
import { containerOf } from "./parts.ts";
import { executionTimer } from "./run-unit.ts";
import { mapRunRefusal, redriveMapRun } from "./states/redrive-map-run.ts";
import { type Step, type StepOptions, workThrough } from "./step.ts";
import { planOf, visitId } from "./visit.ts";

/** What {@link redrive} gives: a step, or why there is none. */
export interface Redrive {
  readonly step?: Step;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Goes on with a STANDARD execution that failed, timed out or was aborted, from the states that had no success
 * (R-ERR-26): what succeeded stays, also the branches of a Parallel and the iterations of an inline Map that ended;
 * retriers count from 0 (R-RETRY-09), the machine's TimeoutSeconds begins anew.
 *
 * What AWS does not redrive is refused with `simulate/not-redrivable`: an execution that runs or succeeded, an EXPRESS
 * one, one that ended more than 14 days ago, has 24,999 events, or is older than a year. Of a Map Run the children that
 * did not succeed are started again; STANDARD children with several states are refused (`simulate/unsupported`), as
 * AWS would go on inside of them.
 *
 * @example
 * ```ts
 * const { step, diagnostics } = redrive(program, failed, { now: Date.UTC(2026, 0, 2) });
 * ```
 */
export function redrive(
  program: Program,
  execution: Execution,
  { now, most, onEvaluation }: StepOptions,
): Redrive {
  const { unfinished } = execution;
  const problem = problemOf(execution, now);
  if (problem !== undefined || unfinished === undefined) {
    return { diagnostics: [notRedrivable.at({}, { problem: problem ?? "nothing of it was kept" })] };
  }
  const draft = openDraft(program, begunAgain(execution, unfinished, now), now, onEvaluation);
  const threads = unsuccessfulThreads(draft, unfinished);
  const refused = threads.flatMap(({ run, plan }) => (run && mapRunRefusal(draft, run, plan)) ?? []);
  if (refused.length > 0) return { diagnostics: refused };
  const count = draft.base.identity.redriven?.count ?? 1;
  const redriven = emit(draft, "ExecutionRedriven", draft.eventCount, { redriveCount: count });
  draft.transitions += 1;
  const timeout = program.timeoutSeconds;
  const last = execution.identity.startTime + executionSeconds.STANDARD * 1000;
  draft.commands.push({
    kind: "wakeAt",
    id: executionTimer,
    time: timeout === undefined ? last : Math.min(now + timeout * 1000, last),
    ...(timeout === undefined && { implicit: true as const }),
  });
  for (const { thread, run, plan } of threads) {
    if (!isOpen(draft)) break;
    if (run === undefined) runAgain(draft, thread.id, redriven);
    else redriveMapRun(draft, thread, plan, run.id, redriven);
  }
  return { step: workThrough(draft, most), diagnostics: [] };
}

function problemOf({ status, identity, eventCount, unfinished }: Execution, now: number): string | undefined {
  if (status === "RUNNING") return "it has not ended";
  if (status === "SUCCEEDED") return "it succeeded";
  if (identity.type !== "STANDARD") return "it is an EXPRESS execution";
  if (eventCount >= historyLimit - 1) return `its history has ${eventCount} events`;
  if (unfinished !== undefined && now - unfinished.endedAt > redriveDays * 86_400_000)
    return `it ended more than ${redriveDays} days ago`;
  if (now - identity.startTime >= executionSeconds.STANDARD * 1000)
    return "it was started a year ago or earlier";
  return undefined;
}

function begunAgain(execution: Execution, { parts, ready }: Unfinished, now: number): Execution {
  const { identity, eventCount, transitions, draws, definition } = execution;
  const count = (identity.redriven?.count ?? 0) + 1;
  return {
    format: 1,
    definition,
    identity: { ...identity, redriven: { count, time: now } },
    status: "RUNNING",
    eventCount,
    transitions,
    draws,
    // What failed is run again as a whole; what had ended, or was about to begin, goes on.
    ready: ready.filter(({ kind }) => kind === "enter" || kind === "start-item" || kind === "end-item"),
    parts: Object.assign(Object.create(null) as Record<PartId, Part>, parts),
  };
}

/** A thread whose state did not succeed; with the Map Run it has, if it has one. */
type Unsuccessful =
  | { readonly thread: Thread; readonly run?: never; readonly plan?: never }
  | { readonly thread: Thread; readonly run: Container; readonly plan: DistributedMap };

/**
 * Those that were in a state which did not succeed, but for those that wait for branches or iterations; in the order in
 * which they entered it, whatever order the parts were kept in.
 */
function unsuccessfulThreads(draft: Draft, { parts }: Unfinished): readonly Unsuccessful[] {
  const found = Object.values(parts).flatMap((thread): readonly Unsuccessful[] => {
    if (thread.kind !== "thread" || thread.phase === "entering") return [];
    const inside = containerOf(draft, visitId(thread));
    const plan = planOf(draft, thread);
    if (inside?.type === "MapRun" && isDistributed(plan)) return [{ thread, run: inside, plan }];
    return inside !== undefined && thread.phase === "inside" ? [] : [{ thread }];
  });
  return found.sort((one, other) => one.thread.entered - other.thread.entered);
}

/** Runs the state of a thread from its start; it is not entered again. Ids are new, so that nobody answers late. */
function runAgain(draft: Draft, id: PartId, redriven: number): void {
  const thread = changeThread(draft, id);
  thread.visit += 1;
  thread.attempt = 0;
  thread.used = [];
  thread.last = redriven;
  thread.phase = "failing";
  delete (thread as { timers?: Thread["timers"] }).timers;
  runState(draft, id, planOf(draft, thread));
}
