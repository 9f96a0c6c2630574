import { bug } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { unsupported } from "../diagnostics/refusals.ts";
import type { MapPlan } from "../program/map-plan.ts";
import type { ParallelPlan, StatePlan, TaskPlan } from "../program/plan.ts";
import { abortContainer, closeContainer } from "./abort.ts";
import { changeThread } from "./change-part.ts";
import { leaveCaught } from "./data-flow.ts";
import { command, type Draft, draw, isOpen, queue } from "./draft.ts";
import { emit, fail, refuseRun } from "./emit.ts";
import type { PartId, Thread } from "./part.ts";
import { containerOf, threadOf } from "./parts.ts";
import { matches, retryDelay } from "./recovery.ts";
import { inState } from "./texts.ts";
import { exitState } from "./transition.ts";
import type { Failure } from "./unit.ts";
import type { Fault } from "./view.ts";
import { viewOf } from "./view-of-state.ts";
import { planOf, visitId } from "./visit.ts";

type Recovering = TaskPlan | MapPlan | ParallelPlan;

/** Reports that a field of a state has no value, and fails the state. */
export function faultInState(draft: Draft, id: PartId, fault: Fault): void {
  const failure = reportFault(draft, id, fault);
  if (failure !== undefined) failLater(draft, id, failure);
}

/** Queues the failure of a state behind the work that is ready already. */
export function failLater(draft: Draft, id: PartId, failure: Failure): void {
  if (!isOpen(draft)) return;
  const thread = changeThread(draft, id);
  thread.phase = "failing";
  thread.last = failure.event;
  queue(draft, { kind: "fail", thread: id, failure });
}

function reportFault(draft: Draft, id: PartId, fault: Fault): Failure | undefined {
  const thread = changeThread(draft, id);
  const plan = planOf(draft, thread);
  if (fault.kind === "refused") {
    refuseRun(
      draft,
      unsupported.at(
        { state: plan.name, pointer: plan.pointer },
        { state: plan.name, what: fault.what, ...(fault.field !== undefined && { field: fault.field }) },
      ),
    );
    return undefined;
  }
  const cause = inState(plan.name, thread.entered, fault.text);
  if (fault.kind === "runtime") {
    fail(draft, "States.Runtime", cause); // R-ERR-12
    return undefined;
  }
  const error = "States.QueryEvaluationError";
  const previous = plan.type === "Wait" ? thread.entered : thread.beforeEntered; // R-HIST-11
  const location = fault.location === undefined ? {} : { location: fault.location };
  const event = emit(draft, "EvaluationFailed", previous, { error, cause, ...location, state: plan.name });
  return { error, cause, event };
}

/**
 * Fails a state: first Retry, then Catch (R-RETRY-08); a state that neither helps ends its branch or
 * iteration, which fails the state around it, out to the execution.
 */
export function failState(draft: Draft, id: PartId, failed: Failure): void {
  draft.closing = new Map();
  failOutwards(draft, id, failed);
  if (isOpen(draft)) delete draft.closing;
}

function failOutwards(draft: Draft, id: PartId, failed: Failure): void {
  let failure = failed;
  for (let at: PartId | undefined = id; at !== undefined && isOpen(draft); ) {
    const thread = threadOf(draft, at);
    if (thread === undefined) return;
    const plan = planOf(draft, thread);
    if (failure.terminal) {
      fail(draft, failure.error, failure.cause);
      return;
    }
    closeMapRun(draft, thread);
    if (retried(draft, at, plan, failure)) return;
    const caught: "caught" | Failure | undefined = tryCatch(draft, at, plan, failure);
    if (caught === "caught") return;
    failure = stateFailed(draft, plan, caught ?? failure);
    if (thread.parent === undefined) {
      fail(draft, failure.error, failure.cause);
      return;
    }
    at = leaveContainer(draft, thread.parent, thread.index, failure);
    failure = { ...failure, branch: true };
  }
}

/** A Map Run that failed is over here: a retry starts another one (R-DMAP-15). */
function closeMapRun(draft: Draft, thread: Thread): void {
  const run = containerOf(draft, visitId(thread));
  if (run?.type === "MapRun") closeContainer(draft, run);
}

/** Of a Map and a Parallel the history says so (R-HIST-23, R-HIST-31). */
function stateFailed(draft: Draft, plan: StatePlan, failure: Failure): Failure {
  if (plan.type !== "Map" && plan.type !== "Parallel") return failure;
  return { ...failure, event: emit(draft, `${plan.type}StateFailed`, failure.event) };
}

function retried(draft: Draft, id: PartId, plan: StatePlan, failure: Failure): boolean {
  if (!("retry" in plan)) return false;
  const index = plan.retry.findIndex((retrier) => matches(retrier.errors, failure));
  const retrier = plan.retry[index];
  const thread = changeThread(draft, id);
  const used = thread.used[index] ?? 0;
  if (retrier === undefined || used >= retrier.maxAttempts) return false; // R-RETRY-02
  const delay = retryDelay(retrier, used + 1, retrier.jitter ? draw(draft) : 1);
  thread.phase = "retrying";
  thread.last = failure.event;
  thread.attempt += 1;
  thread.used = plan.retry.map((_, at) => (thread.used[at] ?? 0) + (at === index ? 1 : 0));
  draft.transitions += 1; // R-PRICE-01
  draft.taken.push(retrier.pointer);
  command(draft, { kind: "wakeAt", id: `${visitId(thread)}!retry`, time: draft.now + delay * 1000 });
  return true;
}

function tryCatch(
  draft: Draft,
  id: PartId,
  plan: StatePlan,
  failure: Failure,
): "caught" | Failure | undefined {
  if (!("catchers" in plan)) return undefined;
  const catcher = plan.catchers.find(({ errors }) => matches(errors, failure));
  if (catcher === undefined) return undefined;
  draft.taken.push(catcher.pointer);
  const thread = threadOf(draft, id) ?? bug(`no thread ${id}`);
  const leaving = leaveCaught(plan, catcher, errorOutput(failure), viewOf(draft, thread, plan));
  if (!leaving.ok) return reportFault(draft, id, leaving.fault); // not caught a second time (R-JA-27)
  const previous = stateFailed(draft, plan, failure).event;
  exitState(draft, id, plan as Recovering, leaving.value, { next: catcher.next, previous });
  return "caught";
}

/** What a catcher sees (R-CATCH-02). A timeout has no cause in the history, but an empty one here. */
function errorOutput({ error, cause }: Failure): Json {
  const text = cause ?? (error === "States.Timeout" ? "" : undefined);
  return { ...(error !== undefined && { Error: error }), ...(text !== undefined && { Cause: text }) };
}

/** Closes the container of a failed branch or iteration; gives the thread whose state fails by it. */
function leaveContainer(draft: Draft, id: PartId, index: number, failure: Failure): PartId | undefined {
  const container = containerOf(draft, id);
  if (container === undefined) return undefined;
  const owner = threadOf(draft, container.thread);
  if (owner === undefined) return undefined;
  if (container.type === "Map") {
    emit(draft, "MapIterationFailed", failure.event, { name: owner.state, index });
  }
  abortContainer(draft, container, failure.event, index);
  return container.thread;
}
