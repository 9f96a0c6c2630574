import type { StateType } from "@statewright/asl";
import { jsonText, writeJson } from "../json/json-text.ts";
import type { CommonPlan } from "../program/plan-fields.ts";
import { changeThread } from "./change-part.ts";
import type { Leaving } from "./data-flow.ts";
import { type Draft, isOpen, queue } from "./draft.ts";
import { emit, fail, finish } from "./emit.ts";
import { type EventDetails, included, stateEvents } from "./history-event.ts";
import { assignLimit, payloadLimit, variableLimit } from "./limits.ts";
import type { PartId } from "./part.ts";
import { closePart } from "./parts.ts";
import { resultTooLarge } from "./texts.ts";

/** Where a thread goes on, and what the exit event points to. */
export interface Exit {
  readonly next: string | undefined;
  readonly previous?: number;
}

/** Leaves a state: its output is checked, its variables take effect, and the thread goes on or ends. */
export function exitState(
  draft: Draft,
  id: PartId,
  plan: CommonPlan & { readonly type: StateType },
  leaving: Leaving,
  exit: Exit,
): void {
  const thread = changeThread(draft, id);
  const { output, assigned } = leaving;
  const text = writeJson(output);
  if (text === undefined || text.bytes > payloadLimit) {
    fail(draft, "States.DataLimitExceeded", resultTooLarge(plan.name));
    return; // R-ERR-25, never caught (R-ERR-13)
  }
  if (assigned !== undefined && tooLarge(assigned)) {
    fail(draft, "States.DataLimitExceeded", undefined);
    return;
  } // R-VAR-14
  const details: EventDetails = { name: plan.name, output: text.text, outputDetails: included };
  const assigns = assigned !== undefined && Object.keys(assigned).length > 0;
  thread.last = emit(
    draft,
    stateEvents[plan.type].exited,
    exit.previous ?? thread.last,
    assigns ? { ...details, ...assignedDetails(assigned) } : details,
  );
  if (assigned !== undefined) thread.variables = { ...thread.variables, ...assigned };
  if (!isOpen(draft)) return;
  if (exit.next === undefined) {
    endThread(draft, id, output);
    return;
  }
  thread.state = exit.next;
  thread.input = output;
  thread.visit += 1;
  thread.phase = "entering";
  if (thread.timers !== undefined) delete (thread as { timers?: unknown }).timers;
  queue(draft, { kind: "enter", thread: id });
}

/** Ends a thread with success: the execution itself, a branch or an iteration (R-SUCC-01). */
function endThread(draft: Draft, id: PartId, output: Leaving["output"]): void {
  const thread = changeThread(draft, id);
  if (thread.parent === undefined) {
    emit(draft, "ExecutionSucceeded", thread.last, { output: jsonText(output), outputDetails: included });
    finish(draft, "SUCCEEDED", { output });
    return;
  }
  closePart(draft, id);
  queue(draft, {
    kind: "end-item",
    container: thread.parent,
    index: thread.index,
    output,
    previous: thread.last,
  });
}

/** The variables as the exit event shows them: each as JSON text (R-VAR-16). */
function assignedDetails(assigned: NonNullable<Leaving["assigned"]>): {
  readonly assignedVariables: Readonly<Record<string, string>>;
  readonly assignedVariablesDetails: typeof included;
} {
  const texts = Object.fromEntries(Object.entries(assigned).map(([name, value]) => [name, jsonText(value)]));
  return { assignedVariables: texts, assignedVariablesDetails: included };
}

function tooLarge(assigned: NonNullable<Leaving["assigned"]>): boolean {
  let total = 0;
  for (const value of Object.values(assigned)) {
    const bytes = writeJson(value)?.bytes ?? Number.POSITIVE_INFINITY;
    if (bytes > variableLimit) return true;
    total += bytes;
  }
  return total > assignLimit;
}
