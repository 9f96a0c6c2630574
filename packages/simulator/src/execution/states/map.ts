import { bug } from "@statewright/diagnostics";
import type { MapPlan } from "../../program/map-plan.ts";
import { abortContainer, closeContainer, closeItem } from "../abort.ts";
import { changeContainer, changeThread } from "../change-part.ts";
import { itemAt, openContainer, openThread, resultsOf, setResult } from "../containers.ts";
import { leaveWithResult, seenByFields } from "../data-flow.ts";
import { type Draft, queue } from "../draft.ts";
import { emit } from "../emit.ts";
import { faultInState } from "../failure.ts";
import { concurrency } from "../limits.ts";
import type { Container, PartId } from "../part.ts";
import { containerOf, threadOf } from "../parts.ts";
import { mapNumber } from "../settings.ts";
import { exitState } from "../transition.ts";
import type { Unit } from "../unit.ts";
import { viewOf } from "../view-of-state.ts";
import { planOf, visitId } from "../visit.ts";
import { iterationInput, mapItem, readItems } from "./map-items.ts";

/** Starts an inline Map: MapStateStarted, then as many iterations as may run at once (R-HIST-20). */
export function startMap(draft: Draft, id: PartId, plan: MapPlan): void {
  const thread = changeThread(draft, id);
  const seen = seenByFields(plan, viewOf(draft, thread, plan));
  if (!seen.ok) {
    faultInState(draft, id, seen.fault);
    return;
  }
  const items = readItems(plan, seen.value, draft.base.identity.service.objectItems);
  if (!items.ok) {
    faultInState(draft, id, items.fault);
    return;
  }
  const limit =
    plan.maxConcurrency === undefined
      ? undefined
      : mapNumber("MaxConcurrency", "integer", plan.maxConcurrency, seen.value);
  if (limit?.ok === false) {
    faultInState(draft, id, limit.fault);
    return;
  }
  const length = items.value.items.length;
  const started = emit(draft, "MapStateStarted", thread.last, { length });
  thread.last = started;
  thread.phase = "inside";
  const concurrent = Math.min(limit?.value || concurrency.inline, concurrency.inline, length);
  const open = Array.from({ length: concurrent }, (_, index) => index);
  const container: Container = {
    kind: "container",
    id: visitId(thread),
    thread: id,
    type: "Map",
    length,
    next: concurrent,
    limit: concurrent,
    succeeded: 0,
    failed: 0,
    started,
    open,
    ...(items.value.keys !== undefined && { keys: items.value.keys }),
  };
  openContainer(draft, container, items.value.items);
  for (const index of open)
    queue(draft, { kind: "start-item", container: container.id, index, previous: started });
  if (length === 0) leaveMap(draft, plan, container, started);
}

/** Starts one iteration. */
export function startItem(draft: Draft, unit: Extract<Unit, { readonly kind: "start-item" }>): void {
  const container = containerOf(draft, unit.container) ?? bug("no container");
  const thread = threadOf(draft, container.thread) ?? bug("no owner");
  const plan = planOf(draft, thread) as MapPlan;
  const { index } = unit;
  const item = mapItem(index, itemAt(draft, container.id, index), container.keys);
  const last = emit(draft, "MapIterationStarted", unit.previous, { name: plan.name, index });
  const input = iterationInput(plan, viewOf(draft, thread, plan), item);
  if (!input.ok) {
    abortContainer(draft, container, last);
    faultInState(draft, thread.id, input.fault);
    return;
  }
  const iteration = openThread(draft, thread, container.id, index, {
    scope: plan.scope,
    input: input.value,
    last,
    item,
  });
  queue(draft, { kind: "enter", thread: iteration });
}

/** Takes the output of an iteration: the next one starts, or the last one ends the state (R-HIST-21, R-HIST-22). */
export function endItem(
  draft: Draft,
  plan: MapPlan,
  unit: Extract<Unit, { readonly kind: "end-item" }>,
): void {
  const container = changeContainer(draft, unit.container);
  const { index, previous } = unit;
  const ended = emit(draft, "MapIterationSucceeded", previous, { name: plan.name, index });
  setResult(draft, container.id, index, unit.output);
  container.succeeded += 1;
  closeItem(draft, container.id, index);
  if (container.next < container.length) {
    queue(draft, { kind: "start-item", container: container.id, index: container.next, previous });
    container.open.push(container.next);
    container.next += 1;
  }
  if (container.succeeded === container.length) leaveMap(draft, plan, container, ended);
}

function leaveMap(draft: Draft, plan: MapPlan, container: Container, previous: number): void {
  const thread = changeThread(draft, container.thread);
  const leaving = leaveWithResult(plan, resultsOf(draft, container), viewOf(draft, thread, plan));
  closeContainer(draft, container);
  if (!leaving.ok) {
    faultInState(draft, thread.id, leaving.fault);
    return;
  }
  emit(draft, "MapStateSucceeded", previous);
  exitState(draft, thread.id, plan, leaving.value, { next: plan.next, previous });
}
