import type { Diagnostic } from "@statewright/diagnostics";
import { isoTime } from "../json/iso-time.ts";
import { type Draft, isOpen } from "./draft.ts";
import type { Execution } from "./execution.ts";
import type { EventDetails } from "./history-event.ts";
import { historyLimit } from "./limits.ts";
import { newEvent } from "./new-event.ts";

/**
 * Adds an event to the history and gives its id. The 25,000th event of a STANDARD execution is its failure
 * instead (R-ERR-22).
 */
export function emit(draft: Draft, type: string, previousEventId: number, details?: EventDetails): number {
  if (!isOpen(draft)) return draft.eventCount;
  const full = draft.base.identity.type === "STANDARD" && draft.eventCount + 1 >= historyLimit;
  if (full && !type.startsWith("Execution")) {
    const cause = `The execution reached the maximum number of history events (${historyLimit}).`;
    fail(draft, "States.Runtime", cause);
    return draft.eventCount;
  }
  return append(draft, type, previousEventId, details);
}

function append(draft: Draft, type: string, previousEventId: number, details?: EventDetails): number {
  draft.eventCount += 1;
  draft.events.push(newEvent(isoTime(draft.now), type, draft.eventCount, previousEventId, details));
  return draft.eventCount;
}

/** Ends the execution as failed; the event points to the one before it (R-HIST-06). */
export function fail(draft: Draft, error: string | undefined, cause: string | undefined): void {
  if (!isOpen(draft)) return;
  append(draft, "ExecutionFailed", draft.eventCount, failureDetails(error, cause));
  finish(draft, "FAILED", { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) });
}

/** Absent members stay absent, never null (R-HIST-04). */
export function failureDetails(error: string | undefined, cause: string | undefined): EventDetails {
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}

/** Closes the execution and everything in it. */
export function finish(
  draft: Draft,
  status: Draft["status"],
  result: { readonly output?: Execution["output"]; readonly error?: string; readonly cause?: string },
  diagnostics: readonly Diagnostic[] = [],
): void {
  if (!isOpen(draft)) return;
  draft.status = status;
  draft.diagnostics = diagnostics;
  Object.assign(draft, result);
  draft.left = draft.ready.slice(draft.head);
  draft.ready = [];
  draft.head = 0;
  const { output, error, cause } = draft;
  draft.commands.push({
    kind: "finished",
    status,
    diagnostics,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  });
}

/** Stops because going on would be a guess. */
export function refuseRun(draft: Draft, diagnostic: Diagnostic): void {
  finish(draft, "REFUSED", {}, [diagnostic]);
}
