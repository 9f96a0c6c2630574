import type { Json } from "@statewright/json-types";
import { typeName } from "../../json/json-type.ts";
import { uuidOf } from "../../json/seeded-random.ts";
import type { DistributedMap, ReaderPlan } from "../../program/map-plan.ts";
import type { Setting } from "../../program/plan-fields.ts";
import { closeContainer } from "../abort.ts";
import { changeContainer, changeThread } from "../change-part.ts";
import type { ReadItems } from "../command.ts";
import { openContainer } from "../containers.ts";
import { seenByFields } from "../data-flow.ts";
import { command, type Draft } from "../draft.ts";
import { emit, fail } from "../emit.ts";
import { evaluate } from "../evaluate.ts";
import { faultInState } from "../failure.ts";
import { concurrency, payloadLimit } from "../limits.ts";
import type { Container, PartId, WriterDestination } from "../part.ts";
import { mapNumber } from "../settings.ts";
import { inState } from "../texts.ts";
import type { ExecutionEvent } from "../unit.ts";
import type { Evaluated, View } from "../view.ts";
import { viewOf } from "../view-of-state.ts";
import { visitId } from "../visit.ts";
import { batchesOf } from "./map-batches.ts";
import { startChild, stateData } from "./map-child.ts";
import { itemsOfReader, iterationInput, type MapItems, mapItem, readItems } from "./map-items.ts";
import { failRun, leaveMapRun, type RunFailure } from "./map-run-end.ts";

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
  const target = destinationOf(plan, seen.value);
  if (!target.ok) {
    faultInState(draft, id, target.fault);
    return;
  }
  const container = openRun(draft, id, plan, settings.value, target.value);
  if (target.value?.bucket === "") failRun(draft, container, noBucket);
  else if (inputs !== undefined) startChildren(draft, plan, container, inputs.value, given?.keys);
  else if ((settings.value.maxItems ?? 0) < 0)
    failRun(draft, container, readerFailed("field MaxItems must be positive"));
  else if ("kind" in wanted.value) command(draft, wanted.value);
}

/** MapRunStarted, and the container of its children; how many there are is not known while a reader reads. */
function openRun(
  draft: Draft,
  id: PartId,
  plan: DistributedMap,
  settings: RunSettings,
  target: Target | undefined,
): Container {
  const thread = changeThread(draft, id);
  const container = visitId(thread);
  const { label, reader, batch, writer } = plan.distributed;
  const { region, account, stateMachineName, name } = draft.base.identity;
  // A retry starts a new Map Run (R-DMAP-15).
  const attempt = thread.attempt === 0 ? "" : `#${thread.attempt}`;
  const uuid = uuidOf(`${name}${container}${attempt}`);
  const mapRunArn = `arn:aws:states:${region}:${account}:mapRun:${stateMachineName}/${label}:${uuid}`;
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
    described: {
      mapRunArn,
      startTime: draft.now,
      maxConcurrency: settings.limit,
      batched: batch !== undefined,
      kept: writer !== undefined && (target !== undefined || writer.transformation === "NONE"),
    },
    ...(target !== undefined && { destination: destinationFor(target, uuid) }),
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

/** What `Parameters` or `Arguments` of a ResultWriter say. */
interface Target {
  readonly bucket: string;
  readonly prefix: string;
}

const noBucket = { error: "States.ResultWriterFailed", cause: "The Bucket of the writer is no text." };

function destinationOf(plan: DistributedMap, view: View): Evaluated<Target | undefined> {
  const template = plan.distributed.writer?.arguments;
  if (template === undefined) return { ok: true, value: undefined };
  const given = evaluate(template, view);
  if (!given.ok) return given;
  const isObject = typeName(given.value) === "object";
  const fields = isObject ? (given.value as { readonly Bucket?: Json; readonly Prefix?: Json }) : {};
  const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");
  return { ok: true, value: { bucket: text(fields.Bucket), prefix: text(fields.Prefix) } };
}

/** A folder of its own for each Map Run (R-DMAP-12). */
function destinationFor({ bucket, prefix }: Target, uuid: string): WriterDestination {
  const folder = prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/`;
  return { bucket, key: `${folder}${uuid}/manifest.json` };
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
  if (reading === undefined || container.ended !== undefined) return;
  if (event.kind === "readFailed") {
    failRun(draft, container, { error: event.error, cause: event.cause });
    return;
  }
  const thread = changeThread(draft, container.thread);
  const seen = seenByFields(plan, viewOf(draft, thread, plan));
  const items = seen.ok ? itemsOfReader(plan, seen.value, event.value) : seen;
  if (!items.ok) {
    closeContainer(draft, container, "FAILED");
    faultInState(draft, thread.id, items.fault);
    return;
  }
  if (items.value === undefined) {
    failRun(draft, container, readerFailed("Attempting to map over non-iterable node.")); // R-DMAP-06
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
  if (!inputs.ok) {
    closeContainer(draft, container, "FAILED");
    faultInState(draft, thread.id, inputs.fault);
  } else startChildren(draft, plan, container, inputs.value, taken.keys);
}

/** A failure of the reader is one of the Map Run (recorded). */
function readerFailed(cause: string): RunFailure {
  return { error: "States.ItemReaderFailed", cause };
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
  return { ok: true, value: batchesOf(inputs, shared?.value, batchItems || inputs.length, bytes) };
}
