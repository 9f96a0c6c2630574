import { bug } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { writeJson } from "../../json/json-text.ts";
import { uuidOf } from "../../json/seeded-random.ts";
import type { DistributedMap, ReaderPlan } from "../../program/map-plan.ts";
import type { Setting } from "../../program/plan-fields.ts";
import { chunkId, chunkLength, closeContainer } from "../abort.ts";
import { changeContainer, changeThread, changeValues } from "../change-part.ts";
import type { ReadItems } from "../command.ts";
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
import { batchOf, itemsOfReader, iterationInput, type MapItems, mapItem, readItems } from "./map-items.ts";

/** Starts a Map Run: one child execution for each item or batch; their events are not the parent's (R-DMAP-14). */
export function startMapRun(draft: Draft, id: PartId, plan: DistributedMap): void {
  const thread = changeThread(draft, id);
  const seen = seenByFields(plan, viewOf(draft, thread, plan));
  if (!seen.ok) {
    faultInState(draft, id, seen.fault);
    return;
  }
  const { reader } = plan.distributed;
  const wanted: Evaluated<MapItems | ReadItems> =
    reader === undefined
      ? readItems(plan, seen.value, draft.base.identity.service.objectItems)
      : readingOf(plan, reader, visitId(thread), seen.value);
  if (!wanted.ok) {
    faultInState(draft, id, wanted.fault);
    return;
  }
  const given = "items" in wanted.value ? wanted.value : undefined;
  const started = emit(draft, "MapStateStarted", thread.last, { length: given?.items.length ?? 0 });
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
  const inputs = given && childInputs(plan, seen.value, given, settings.value);
  if (inputs?.ok === false) {
    faultInState(draft, id, inputs.fault);
    return;
  }
  const container = openRun(draft, id, plan, settings.value);
  if (inputs !== undefined) startChildren(draft, plan, container, inputs.value, given?.keys);
  else if ((settings.value.maxItems ?? 0) < 0)
    failReading(draft, container, "field MaxItems must be positive");
  else if ("kind" in wanted.value) command(draft, wanted.value);
}

/** MapRunStarted, and the container of its children; how many there are is not known while a reader reads. */
function openRun(draft: Draft, id: PartId, plan: DistributedMap, settings: RunSettings): Container {
  const thread = changeThread(draft, id);
  const container = visitId(thread);
  const { label, reader } = plan.distributed;
  const { region, account, stateMachineName, name } = draft.base.identity;
  // A retry starts a new Map Run (R-DMAP-15).
  const attempt = thread.attempt === 0 ? "" : `#${thread.attempt}`;
  const mapRunArn = `arn:aws:states:${region}:${account}:mapRun:${stateMachineName}/${label}:${uuidOf(`${name}${container}${attempt}`)}`;
  const run = emit(draft, "MapRunStarted", thread.last, { mapRunArn });
  const { count, percentage, batchItems, batchBytes, maxItems = 0 } = settings;
  const opened: Container = {
    kind: "container",
    id: container,
    thread: id,
    type: "MapRun",
    length: 0,
    next: 0,
    limit: Math.min(settings.limit || concurrency.distributed, concurrency.distributed),
    succeeded: 0,
    failed: 0,
    started: thread.last,
    run,
    open: [],
    ...(count !== undefined && { toleratedCount: count }),
    ...(percentage !== undefined && { toleratedPercentage: percentage }),
    ...(reader !== undefined && {
      reading: {
        maxItems,
        ...(batchItems !== undefined && { batchItems }),
        ...(batchBytes !== undefined && { batchBytes }),
      },
    }),
  };
  thread.phase = "inside";
  openContainer(draft, opened);
  return opened;
}

function startChildren(
  draft: Draft,
  plan: DistributedMap,
  opened: Container,
  inputs: readonly Json[],
  keys: readonly string[] | undefined,
): void {
  const { reading: _, ...run } = opened;
  const { length } = inputs;
  const limit = Math.min(opened.limit, length);
  const kept = keys === undefined || plan.distributed.batch !== undefined ? {} : { keys };
  openContainer(draft, { ...run, length, limit, ...kept }, inputs);
  for (let index = 0; index < limit; index += 1) startChild(draft, plan, opened.id);
  if (length === 0) leaveMapRun(draft, plan, changeContainer(draft, opened.id));
}

/** The command that reads what the Map iterates. */
function readingOf(plan: DistributedMap, reader: ReaderPlan, id: PartId, view: View): Evaluated<ReadItems> {
  const given = evaluate(reader.arguments, view);
  if (!given.ok) return given;
  const { name: state, pointer } = plan;
  const { action, config } = reader;
  return {
    ok: true,
    value: { kind: "readItems", id, state, pointer, action, arguments: given.value, config },
  };
}

/** Takes what the reader read: ItemsPath and MaxItems, then the children (R-MAP-05). */
export function takeItems(
  draft: Draft,
  plan: DistributedMap,
  event: Extract<ExecutionEvent, { readonly kind: "itemsRead" | "readFailed" }>,
): void {
  const container = changeContainer(draft, event.id);
  const { reading } = container;
  if (reading === undefined) return;
  if (event.kind === "readFailed") {
    failReading(draft, container, event.cause, event.error);
    return;
  }
  const thread = changeThread(draft, container.thread);
  const seen = seenByFields(plan, viewOf(draft, thread, plan));
  const items = seen.ok ? itemsOfReader(plan, seen.value, event.value) : seen;
  if (!items.ok) {
    faultInState(draft, thread.id, items.fault);
    return;
  }
  if (items.value === undefined) {
    failReading(draft, container, "Attempting to map over non-iterable node."); // R-DMAP-06
    return;
  }
  const most = reading.maxItems || items.value.items.length;
  const { keys } = items.value;
  const taken = {
    items: items.value.items.slice(0, most),
    ...(keys !== undefined && { keys: keys.slice(0, most) }),
  };
  container.source = event.source;
  const limits = { batchItems: reading.batchItems, batchBytes: reading.batchBytes };
  const inputs = seen.ok ? childInputs(plan, seen.value, taken, limits, event.source) : seen;
  if (!inputs.ok) faultInState(draft, thread.id, inputs.fault);
  else startChildren(draft, plan, container, inputs.value, taken.keys);
}

/** A failure of the reader is one of the Map Run (recorded). */
function failReading(
  draft: Draft,
  container: Container,
  cause: string,
  error = "States.ItemReaderFailed",
): void {
  const event = emit(draft, "MapRunFailed", container.run ?? container.started, { error, cause });
  closeContainer(draft, container);
  failLater(draft, container.thread, { error, cause, event });
}

interface RunSettings {
  readonly limit: number;
  readonly count: number | undefined;
  readonly percentage: number | undefined;
  readonly batchItems: number | undefined;
  readonly batchBytes: number | undefined;
  readonly maxItems: number | undefined;
}

function readSettings(plan: DistributedMap, view: View): Evaluated<RunSettings> {
  const { toleratedCount, toleratedPercentage, batch, reader } = plan.distributed;
  const wanted: readonly (readonly [string, "integer" | "float", Setting | undefined])[] = [
    ["MaxConcurrency", "integer", plan.maxConcurrency],
    ["ToleratedFailureCount", "integer", toleratedCount],
    ["ToleratedFailurePercentage", "float", toleratedPercentage],
    ["MaxItemsPerBatch", "integer", batch?.maxItems],
    ["MaxInputBytesPerBatch", "integer", batch?.maxBytes],
    ["MaxItems", "integer", reader?.maxItems],
  ];
  const read: (number | undefined)[] = [];
  for (const [field, kind, setting] of wanted) {
    const value = setting === undefined ? undefined : mapNumber(field, kind, setting, view);
    if (value?.ok === false) return value;
    read.push(value?.value);
  }
  const [limit = 0, count, percentage, batchItems, batchBytes, maxItems] = read;
  return { ok: true, value: { limit, count, percentage, batchItems, batchBytes, maxItems } };
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

/** `Map.Item.Source` of items that were handed in. */
const stateData = "STATE_DATA";

/** ItemSelector, then ItemBatcher (R-MAP-05). */
function childInputs(
  plan: DistributedMap,
  view: View,
  { items, keys }: MapItems,
  { batchItems, batchBytes }: Pick<RunSettings, "batchItems" | "batchBytes">,
  source = stateData,
): Evaluated<readonly Json[]> {
  const inputs: Json[] = [];
  for (const [index, value] of items.entries()) {
    const item = { ...mapItem(index, value, keys), Source: source };
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

function startChild(draft: Draft, plan: DistributedMap, id: PartId): void {
  const container = changeContainer(draft, id);
  const index = container.next;
  container.next += 1;
  const input = itemAt(draft, id, index);
  const { identity } = draft.base;
  const child = `${id}/${index}`;
  const program = draft.program.children[plan.distributed.program] ?? bug("no program of the Map Run");
  const batched = plan.distributed.batch !== undefined;
  const item: MapItem = { ...mapItem(index, input, container.keys), Source: container.source ?? stateData };
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
  plan: DistributedMap,
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
function leaveMapRun(draft: Draft, plan: DistributedMap, container: Container): void {
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
