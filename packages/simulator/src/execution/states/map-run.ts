import { bug } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { writeJson } from "../../json/json-text.ts";
import { uuidOf } from "../../json/seeded-random.ts";
import type { DistributedPlan, MapPlan } from "../../program/map-plan.ts";
import type { Setting } from "../../program/plan-fields.ts";
import { chunkId, chunkLength, closeContainer } from "../abort.ts";
import { changeContainer, changeThread, changeValues } from "../change-part.ts";
import { itemAt, openContainer, resultsOf } from "../containers.ts";
import { leaveWithResult, seenByFields } from "../data-flow.ts";
import { command, type Draft } from "../draft.ts";
import { emit, fail } from "../emit.ts";
import { evaluate } from "../evaluate.ts";
import type { ExecutionIdentity } from "../execution.ts";
import { failLater, faultInState } from "../failure.ts";
import { concurrency, payloadLimit } from "../limits.ts";
import type { Container, MapItem, PartId } from "../part.ts";
import { mapNumber } from "../settings.ts";
import { inState, resultTooLarge } from "../texts.ts";
import { exitState } from "../transition.ts";
import type { ExecutionEvent } from "../unit.ts";
import type { Evaluated, View } from "../view.ts";
import { viewOf } from "../view-of-state.ts";
import { visitId } from "../visit.ts";
import { batchOf, iterationInput, mapItem, readItems } from "./map-items.ts";

type Distributed = MapPlan & { readonly distributed: DistributedPlan };

/** Starts a Map Run: one child execution for each item or batch; their events are not the parent's (R-DMAP-14). */
export function startMapRun(draft: Draft, id: PartId, plan: Distributed): void {
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
  const started = emit(draft, "MapStateStarted", thread.last, { length: items.value.items.length });
  thread.last = started;
  const settings = readSettings(plan, seen.value);
  if (!settings.ok) {
    faultInState(draft, id, settings.fault);
    return;
  }
  const wrong = outOfRange(settings.value);
  if (wrong !== undefined) {
    fail(draft, "States.Runtime", inState(plan.name, thread.entered, wrong));
    return;
  } // R-DMAP-10
  const inputs = childInputs(plan, seen.value, items.value, settings.value);
  if (!inputs.ok) {
    faultInState(draft, id, inputs.fault);
    return;
  }
  const container = visitId(thread);
  const { label } = plan.distributed;
  const { region, account, stateMachineName } = draft.base.identity;
  const mapRunArn = `arn:aws:states:${region}:${account}:mapRun:${stateMachineName}/${label}:${uuidOf(`${draft.base.identity.name}${container}`)}`;
  const run = emit(draft, "MapRunStarted", started, { mapRunArn });
  thread.phase = "inside";
  const length = inputs.value.length;
  const limit = Math.min(settings.value.limit || concurrency.distributed, concurrency.distributed, length);
  const { count, percentage } = settings.value;
  openContainer(
    draft,
    {
      kind: "container",
      id: container,
      thread: id,
      type: "MapRun",
      length,
      next: 0,
      limit,
      succeeded: 0,
      failed: 0,
      started,
      run,
      open: [],
      ...(items.value.keys !== undefined &&
        plan.distributed.batch === undefined && { keys: items.value.keys }),
      ...(count !== undefined && { toleratedCount: count }),
      ...(percentage !== undefined && { toleratedPercentage: percentage }),
    },
    inputs.value,
  );
  for (let index = 0; index < limit; index += 1) startChild(draft, plan, container);
  if (length === 0) leaveMapRun(draft, plan, changeContainer(draft, container));
}

interface RunSettings {
  readonly limit: number;
  readonly count: number | undefined;
  readonly percentage: number | undefined;
  readonly batchItems: number | undefined;
  readonly batchBytes: number | undefined;
}

function readSettings(plan: Distributed, view: View): Evaluated<RunSettings> {
  const { toleratedCount, toleratedPercentage, batch } = plan.distributed;
  const wanted: readonly (readonly [string, "integer" | "float", Setting | undefined])[] = [
    ["MaxConcurrency", "integer", plan.maxConcurrency],
    ["ToleratedFailureCount", "integer", toleratedCount],
    ["ToleratedFailurePercentage", "float", toleratedPercentage],
    ["MaxItemsPerBatch", "integer", batch?.maxItems],
    ["MaxInputBytesPerBatch", "integer", batch?.maxBytes],
  ];
  const read: (number | undefined)[] = [];
  for (const [field, kind, setting] of wanted) {
    const value = setting === undefined ? undefined : mapNumber(field, kind, setting, view);
    if (value?.ok === false) return value;
    read.push(value?.value);
  }
  const [limit = 0, count, percentage, batchItems, batchBytes] = read;
  return { ok: true, value: { limit, count, percentage, batchItems, batchBytes } };
}

/** Why a Map Run with these numbers does not start (R-DMAP-10). */
export function outOfRange({
  count,
  percentage,
}: Pick<RunSettings, "count" | "percentage">): string | undefined {
  if (count !== undefined && count < 0) return "ToleratedFailureCount cannot be negative.";
  if (percentage !== undefined && (percentage < 0 || percentage > 100)) {
    return "ToleratedFailurePercentage must be between 0 and 100.";
  }
  return undefined;
}

/** ItemSelector, then ItemBatcher (R-MAP-05). */
function childInputs(
  plan: Distributed,
  view: View,
  { items, keys }: { readonly items: readonly Json[]; readonly keys?: readonly string[] },
  { batchItems, batchBytes }: RunSettings,
): Evaluated<readonly Json[]> {
  const inputs: Json[] = [];
  for (const [index, value] of items.entries()) {
    const item = { ...mapItem(index, value, keys), Source: "STATE_DATA" };
    const input = iterationInput(plan, view, item);
    if (!input.ok) return input;
    inputs.push(input.value);
  }
  const { batch } = plan.distributed;
  if (batch === undefined) return { ok: true, value: inputs };
  const shared = batch.input === undefined ? undefined : evaluate(batch.input, view);
  if (shared?.ok === false) return shared;
  const bytes = Math.min(batchBytes ?? payloadLimit, payloadLimit);
  return { ok: true, value: batches(inputs, shared?.value, batchItems || inputs.length, bytes) };
}

/** Whichever limit is hit first closes a batch (R-DMAP-08). */
function batches(inputs: readonly Json[], shared: Json | undefined, most: number, bytes: number): Json[] {
  const done: Json[] = [];
  const frame = writeJson(batchOf([], shared))?.bytes ?? 0;
  let batch: Json[] = [];
  let size = frame;
  for (const input of inputs) {
    const added = (writeJson(input)?.bytes ?? 0) + 1;
    if (batch.length > 0 && (batch.length >= most || size + added - 1 > bytes)) {
      done.push(batchOf(batch, shared));
      batch = [];
      size = frame;
    }
    batch.push(input);
    size += added;
  }
  if (batch.length > 0) done.push(batchOf(batch, shared));
  return done;
}

function startChild(draft: Draft, plan: Distributed, id: PartId): void {
  const container = changeContainer(draft, id);
  const index = container.next;
  container.next += 1;
  const input = itemAt(draft, id, index);
  const { identity } = draft.base;
  const child = `${id}/${index}`;
  const program = draft.program.children[plan.distributed.program] ?? bug("no program of the Map Run");
  const batched = plan.distributed.batch !== undefined;
  const item: MapItem = { ...mapItem(index, input, container.keys), Source: "STATE_DATA" };
  const { service, region, account, seed } = identity;
  const childIdentity: ExecutionIdentity = {
    service,
    region,
    account,
    seed,
    name: uuidOf(`${identity.name}${child}`),
    stateMachineName: `${identity.stateMachineName}/${plan.distributed.label}`,
    type: plan.distributed.executionType,
    startTime: draft.now,
    input,
    ...(!batched && { item }), // R-DMAP-08
  };
  command(draft, { kind: "startChild", id: child, program, identity: childIdentity });
}

/** Takes the end of a child execution. */
export function endChild(
  draft: Draft,
  plan: Distributed,
  id: PartId,
  event: Extract<ExecutionEvent, { readonly kind: "childFinished" }>,
): void {
  const index = Number(event.id.slice(event.id.lastIndexOf("/") + 1));
  const container = changeContainer(draft, id);
  const chunk = changeValues(draft, chunkId(id, Math.floor(index / chunkLength)));
  const at = index % chunkLength;
  if (chunk.done?.[at] !== "" || index >= container.next) return;
  const succeeded = event.status === "SUCCEEDED";
  chunk.values[at] = succeeded ? (event.output ?? null) : null;
  chunk.done[at] = succeeded ? "succeeded" : "failed";
  if (succeeded) container.succeeded += 1;
  else container.failed += 1;
  if (exceeded(container)) {
    failMapRun(draft, container);
    return;
  }
  if (container.next < container.length) startChild(draft, plan, id);
  if (container.succeeded + container.failed === container.length) leaveMapRun(draft, plan, container);
}

/** Over the threshold, not at it; without one, any failure is over it (R-DMAP-09). */
function exceeded({ failed, length, toleratedCount, toleratedPercentage }: Container): boolean {
  if (failed === 0) return false;
  if (toleratedCount === undefined && toleratedPercentage === undefined) return true;
  const byCount = toleratedCount !== undefined && failed > toleratedCount;
  return byCount || (toleratedPercentage !== undefined && (failed / length) * 100 > toleratedPercentage);
}

function failMapRun(draft: Draft, container: Container): void {
  const error = "States.ExceedToleratedFailureThreshold";
  const cause = "The specified tolerated failure threshold was exceeded";
  const event = emit(draft, "MapRunFailed", container.run ?? container.started, { error, cause });
  closeContainer(draft, container);
  failLater(draft, container.thread, { error, cause, event });
}

/** MapStateExited points to MapRunStarted (R-HIST-40). */
function leaveMapRun(draft: Draft, plan: Distributed, container: Container): void {
  const run = container.run ?? container.started;
  const thread = changeThread(draft, container.thread);
  const ended = emit(draft, "MapRunSucceeded", run);
  const result = resultsOf(draft, container);
  closeContainer(draft, container);
  if ((writeJson(result)?.bytes ?? Number.POSITIVE_INFINITY) > payloadLimit) {
    fail(draft, "States.DataLimitExceeded", resultTooLarge(plan.name));
    return;
  }
  const leaving = leaveWithResult(plan, result, viewOf(draft, thread, plan));
  if (!leaving.ok) {
    faultInState(draft, thread.id, leaving.fault);
    return;
  }
  emit(draft, "MapStateSucceeded", ended);
  exitState(draft, thread.id, plan, leaving.value, { next: plan.next, previous: run });
}
