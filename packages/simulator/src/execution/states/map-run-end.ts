import { writeJson } from "../../json/json-text.ts";
import type { DistributedMap } from "../../program/map-plan.ts";
import { closeContainer, endMapRun } from "../abort.ts";
import { changeContainer, changeThread, changeValues } from "../change-part.ts";
import { leaveWithResult } from "../data-flow.ts";
import { command, type Draft } from "../draft.ts";
import { emit, fail } from "../emit.ts";
import type { ExecutionStatus } from "../execution-status.ts";
import { failLater, faultInState } from "../failure.ts";
import { payloadLimit } from "../limits.ts";
import type { ChildOutcome, Container, PartId } from "../part.ts";
import { chunkId, chunkLength } from "../part-ids.ts";
import { containerOf } from "../parts.ts";
import { resultTooLarge } from "../texts.ts";
import { exitState } from "../transition.ts";
import type { ExecutionEvent } from "../unit.ts";
import { viewOf } from "../view-of-state.ts";
import { startChild } from "./map-child.ts";
import { exportedFiles, resultOfRun } from "./map-results.ts";

/** Why a Map Run fails. */
export interface RunFailure {
  readonly error: string;
  readonly cause: string;
}

/** Takes the end of a child execution. */
export function endChild(
  draft: Draft,
  plan: DistributedMap,
  id: PartId,
  event: Extract<ExecutionEvent, { readonly kind: "childFinished" }>,
): void {
  const index = Number(event.id.slice(event.id.lastIndexOf("/") + 1));
  if (containerOf(draft, id)?.ended !== undefined) return;
  const container = changeContainer(draft, id);
  const chunk = changeValues(draft, chunkId(id, Math.floor(index / chunkLength)));
  const at = index % chunkLength;
  if (chunk.done?.[at] !== "" || index >= container.next || container.writing !== undefined) return;
  const { output, error, cause } = event;
  const outcome = outcomeOf(event.status);
  const succeeded = outcome === "succeeded";
  chunk.values[at] = succeeded ? (output ?? null) : null;
  chunk.done[at] = outcome;
  const end = chunk.ends?.[at];
  if (chunk.ends && end) {
    const why = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
    chunk.ends[at] = { ...end, stopTime: draft.now, ...why };
  }
  if (succeeded) container.succeeded += 1;
  else container.failed += 1;
  if (exceeded(container)) {
    leaveMapRun(draft, plan, container, {
      error: "States.ExceedToleratedFailureThreshold",
      cause: "The specified tolerated failure threshold was exceeded",
    });
    return;
  }
  startChild(draft, plan, id);
  if (container.succeeded + container.failed === container.length) leaveMapRun(draft, plan, container);
}

function outcomeOf(status: ExecutionStatus): ChildOutcome {
  if (status === "SUCCEEDED") return "succeeded";
  if (status === "TIMED_OUT") return "timedOut";
  return status === "ABORTED" ? "aborted" : "failed";
}

/** Over the threshold, not at it; without one, any failure is over it (R-DMAP-09). */
function exceeded({ failed, length, toleratedCount, toleratedPercentage }: Container): boolean {
  if (failed === 0) return false;
  if (toleratedCount === undefined && toleratedPercentage === undefined) return true;
  const byCount = toleratedCount !== undefined && failed > toleratedCount;
  return byCount || (toleratedPercentage !== undefined && (failed / length) * 100 > toleratedPercentage);
}

/** Ends a Map Run; where results are exported, once they are written: those of a failed one too (R-DMAP-12). */
export function leaveMapRun(
  draft: Draft,
  plan: DistributedMap,
  container: ReturnType<typeof changeContainer>,
  failure?: RunFailure,
): void {
  if (container.destination === undefined) {
    settleRun(draft, plan, container, failure);
    return;
  }
  container.writing = failure ?? {};
  const { id } = container;
  const { name: state, pointer } = plan;
  command(draft, { kind: "cancel", id });
  const objects = exportedFiles(draft, plan, container, container.destination);
  command(draft, { kind: "writeObjects", id, state, pointer, objects });
}

/** Takes that the results are written, or that they cannot be. */
export function takeWritten(
  draft: Draft,
  plan: DistributedMap,
  event: Extract<ExecutionEvent, { readonly kind: "resultsWritten" | "writeFailed" }>,
): void {
  const container = changeContainer(draft, event.id);
  const { error, cause } = container.writing ?? {};
  if (container.writing === undefined || container.ended !== undefined) return;
  const failure = error === undefined ? undefined : { error, cause: cause ?? "" };
  if (event.kind === "resultsWritten") {
    settleRun(draft, plan, container, failure);
    return;
  }
  delete container.writing;
  settleRun(draft, plan, container, failure ?? { error: event.error, cause: event.cause });
}

function settleRun(draft: Draft, plan: DistributedMap, container: Container, failure?: RunFailure): void {
  if (failure === undefined) succeedRun(draft, plan, container);
  else failRun(draft, container, failure);
}

/** MapRunFailed, which fails the state (R-HIST-41); the run stays until it is known what becomes of that. */
export function failRun(draft: Draft, container: Container, { error, cause }: RunFailure): void {
  const event = emit(draft, "MapRunFailed", container.run ?? container.started, { error, cause });
  endMapRun(draft, container, "FAILED");
  failLater(draft, container.thread, { error, cause, event });
}

/** MapStateExited points to MapRunStarted (R-HIST-40). */
function succeedRun(draft: Draft, plan: DistributedMap, container: Container): void {
  const run = container.run ?? container.started;
  const thread = changeThread(draft, container.thread);
  const ended = emit(draft, "MapRunSucceeded", run);
  const result = resultOfRun(draft, plan, container);
  endMapRun(draft, container, "SUCCEEDED");
  if ((writeJson(result)?.bytes ?? Number.POSITIVE_INFINITY) > payloadLimit) {
    fail(draft, "States.DataLimitExceeded", resultTooLarge(plan.name));
    return;
  }
  const leaving = leaveWithResult(plan, result, viewOf(draft, thread, plan));
  if (!leaving.ok) {
    faultInState(draft, thread.id, leaving.fault);
    return;
  }
  closeContainer(draft, changeContainer(draft, container.id));
  emit(draft, "MapStateSucceeded", ended);
  exitState(draft, thread.id, plan, leaving.value, { next: plan.next, previous: run });
}
