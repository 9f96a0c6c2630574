import { writeJson } from "../../json/json-text.ts";
import type { ParallelPlan } from "../../program/plan.ts";
import { closeContainer, closeItem } from "../abort.ts";
import { changeContainer, changeThread } from "../change-part.ts";
import { openContainer, openThread, resultsOf, setResult } from "../containers.ts";
import { leaveWithResult, payloadOf } from "../data-flow.ts";
import { type Draft, queue } from "../draft.ts";
import { emit, fail } from "../emit.ts";
import { faultInState } from "../failure.ts";
import { payloadLimit } from "../limits.ts";
import type { PartId } from "../part.ts";
import { resultTooLarge } from "../texts.ts";
import { exitState } from "../transition.ts";
import type { Unit } from "../unit.ts";
import { viewOf } from "../view-of-state.ts";
import { visitId } from "../visit.ts";

/** Starts every branch with the same input (R-PAR-02); again from scratch at a retry (R-RETRY-07). */
export function startParallel(draft: Draft, id: PartId, plan: ParallelPlan): void {
  const thread = changeThread(draft, id);
  const input = payloadOf(plan, viewOf(draft, thread, plan));
  if (!input.ok) {
    faultInState(draft, id, input.fault);
    return;
  }
  const text = writeJson(input.value);
  if (text === undefined || text.bytes > payloadLimit) {
    fail(draft, "States.DataLimitExceeded", resultTooLarge(plan.name));
    return;
  }
  thread.phase = "inside";
  const started = emit(draft, "ParallelStateStarted", thread.last);
  thread.last = started;
  const container = visitId(thread);
  const length = plan.branches.length;
  openContainer(draft, {
    kind: "container",
    id: container,
    thread: id,
    type: "Parallel",
    length,
    next: length,
    limit: length,
    succeeded: 0,
    failed: 0,
    started,
    open: plan.branches.map((_, index) => index),
  });
  for (const [index, scope] of plan.branches.entries()) {
    const branch = openThread(draft, thread, container, index, { scope, input: input.value, last: started });
    queue(draft, { kind: "enter", thread: branch });
  }
}

/** Takes the output of a branch; the last one ends the state (R-HIST-30). */
export function endBranch(
  draft: Draft,
  plan: ParallelPlan,
  unit: Extract<Unit, { readonly kind: "end-item" }>,
): void {
  const container = changeContainer(draft, unit.container);
  container.succeeded += 1;
  closeItem(draft, container.id, unit.index);
  setResult(draft, container.id, unit.index, unit.output);
  if (container.succeeded < container.length) return;
  const result = resultsOf(draft, container);
  const thread = changeThread(draft, container.thread);
  const leaving = leaveWithResult(plan, result, viewOf(draft, thread, plan));
  closeContainer(draft, container);
  if (!leaving.ok) {
    faultInState(draft, thread.id, leaving.fault);
    return;
  }
  emit(draft, "ParallelStateSucceeded", unit.previous);
  exitState(draft, thread.id, plan, leaving.value, { next: plan.next, previous: unit.previous });
}
