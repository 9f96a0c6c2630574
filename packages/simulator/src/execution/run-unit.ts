import { assertNever } from "@statewright/diagnostics";
import type { DistributedMap } from "../program/map-plan.ts";
import { isDistributed } from "../program/plan.ts";
import { type Draft, isOpen } from "./draft.ts";
import { emit, finish } from "./emit.ts";
import { enterState, runState } from "./enter-state.ts";
import { failState } from "./failure.ts";
import type { PartId } from "./part.ts";
import { containerOf, threadOf } from "./parts.ts";
import { endItem, startItem } from "./states/map.ts";
import { takeItems } from "./states/map-run.ts";
import { endChild, takeWritten } from "./states/map-run-end.ts";
import { endBranch } from "./states/parallel.ts";
import { answerTask, startTask } from "./states/task.ts";
import { leaveWait } from "./states/wait.ts";
import type { ExecutionEvent, Unit } from "./unit.ts";
import { planOf, visitId } from "./visit.ts";

/** Does one piece of work that takes no time; what is closed meanwhile changes nothing. */
export function runUnit(draft: Draft, unit: Unit): void {
  if (!isOpen(draft)) return;
  switch (unit.kind) {
    case "enter":
      enterState(draft, unit.thread);
      return;
    case "start-task":
      threadOf(draft, unit.thread) && startTask(draft, unit.thread, unit.arguments);
      return;
    case "start-item":
      containerOf(draft, unit.container) && startItem(draft, unit);
      return;
    case "end-item":
      endOfItem(draft, unit);
      return;
    case "fail":
      failState(draft, unit.thread, unit.failure);
      return;
    case "event":
      takeEvent(draft, unit.event);
      return;
    default:
      assertNever(unit);
      return;
  }
}

function endOfItem(draft: Draft, unit: Extract<Unit, { readonly kind: "end-item" }>): void {
  const container = containerOf(draft, unit.container);
  const owner = container === undefined ? undefined : threadOf(draft, container.thread);
  if (owner === undefined) return;
  const plan = planOf(draft, owner);
  if (plan.type === "Parallel") endBranch(draft, plan, unit);
  else if (plan.type === "Map") endItem(draft, plan, unit);
}

/** An event for an unknown or closed id changes nothing. */
function takeEvent(draft: Draft, event: ExecutionEvent): void {
  if (event.kind === "stop") {
    stop(draft, event);
    return;
  }
  if (event.kind === "timer" && event.id === executionTimer) {
    timeOutExecution(draft);
    return;
  }
  if (event.kind === "childFinished") {
    const id = event.id.slice(0, event.id.lastIndexOf("/"));
    const plan = mapRunOf(draft, id);
    if (plan !== undefined) endChild(draft, plan, id, event);
    return;
  }
  if (event.kind === "itemsRead" || event.kind === "readFailed") {
    const plan = mapRunOf(draft, event.id);
    if (plan !== undefined) takeItems(draft, plan, event);
    return;
  }
  if (event.kind === "resultsWritten" || event.kind === "writeFailed") {
    const plan = mapRunOf(draft, event.id);
    if (plan !== undefined) takeWritten(draft, plan, event);
    return;
  }
  const at = event.kind === "timer" ? event.id.slice(0, event.id.lastIndexOf("!")) : event.id;
  const thread = threadOf(draft, at.slice(0, at.lastIndexOf("/")));
  if (thread === undefined || visitId(thread) !== at) return;
  const plan = planOf(draft, thread);
  const timer = event.kind === "timer" ? event.id.slice(at.length + 1) : undefined;
  if (thread.phase === "retrying" && timer === "retry") {
    runState(draft, thread.id, plan);
    return;
  }
  if (thread.phase === "waiting" && timer === "wait" && plan.type === "Wait") {
    leaveWait(draft, thread.id, plan);
    return;
  }
  if (timer !== undefined && timer !== "timeout" && timer !== "heartbeat") return;
  const called = thread.phase === "calling" || thread.phase === "submitted";
  if (called && plan.type === "Task") answerTask(draft, thread.id, plan, event);
}

/** The Distributed Map whose Map Run has this id, while it runs. */
function mapRunOf(draft: Draft, id: PartId): DistributedMap | undefined {
  const container = containerOf(draft, id);
  const owner = container === undefined ? undefined : threadOf(draft, container.thread);
  if (owner === undefined) return undefined;
  const plan = planOf(draft, owner);
  return isDistributed(plan) ? plan : undefined;
}

/** The timer of top-level TimeoutSeconds and of the longest duration of an execution. */
export const executionTimer = "!execution";

/** R-ERR-21: the status says it; there is no error beside it. */
function timeOutExecution(draft: Draft): void {
  emit(draft, "ExecutionTimedOut", 0, { error: "States.Timeout" });
  finish(draft, "TIMED_OUT", {});
}

/** R-ERR-23. */
function stop(draft: Draft, { error, cause }: Extract<ExecutionEvent, { readonly kind: "stop" }>): void {
  const result = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  emit(draft, "ExecutionAborted", 0, result);
  finish(draft, "ABORTED", result);
}
