import type { JsonRecord, JsonValue, MapState } from "@statewright/asl";
import type { Template } from "../../ir/template.ts";
import type { DistributedOptions, MapNode } from "../../ir/workflow.ts";
import type { StatePlace } from "../fields/context.ts";
import { transition } from "../states/fields.ts";
import { processorOf } from "../states/map.ts";
import { assignField, errorFields, headFields, ofJsonata, resultFields } from "./data-fields.ts";
import { effectiveData, itemData, resultData } from "./data-of.ts";
import type { PathData } from "./path-data.ts";
import { computedOrPath, itemsPath } from "./path-fields.ts";
import { payloadEntry, payloadField } from "./payload.ts";

/** A Map, inline or distributed, whose items are found by a path. */
export function mapState(state: StatePlace, node: MapNode): MapState {
  const { jsonPath, distributed } = node;
  const data = effectiveData(state, jsonPath);
  const result = resultData(state, undefined);
  if (node.output) ofJsonata(state, "output", ["Output"]);
  return {
    Type: "Map",
    ...headFields(state, node),
    ...(node.items && { ItemsPath: itemsPath(state, node.items, data) }),
    ...(distributed?.itemReader && { ItemReader: readerOf(state, distributed.itemReader, data) }),
    ...(node.itemSelector && {
      ItemSelector: payloadField(state, ["ItemSelector"], node.itemSelector, itemData(state, jsonPath)),
    }),
    ...(distributed?.itemBatcher && {
      ItemBatcher: members(state, "ItemBatcher", distributed.itemBatcher, data),
    }),
    ...(node.maxConcurrency !== undefined &&
      computedOrPath(state, "MaxConcurrency", node.maxConcurrency, data)),
    ...(distributed && tolerance(state, distributed, data)),
    ItemProcessor: processorOf(state, node),
    ...(distributed?.resultWriter && {
      ResultWriter: members(state, "ResultWriter", distributed.resultWriter, data),
    }),
    ...resultFields(state, jsonPath, result),
    ...errorFields(state, node),
    ...assignField(state, node.assign, result),
    ...transition(state.after),
  };
}

type Reader = NonNullable<DistributedOptions["itemReader"]>;

function readerOf(state: StatePlace, reader: Reader, data: PathData): JsonRecord {
  return {
    Resource: reader.resource,
    ...(reader.readerConfig && { ReaderConfig: members(state, "ReaderConfig", reader.readerConfig, data) }),
    ...(reader.arguments && {
      Parameters: payloadField(state, ["ItemReader", "Parameters"], reader.arguments, data),
    }),
  };
}

const counts: ReadonlySet<string> = new Set(["MaxItems", "MaxItemsPerBatch", "MaxInputBytesPerBatch"]);

/** The members of a field: counts have a twin for a path, the rest is a payload. */
function members(state: StatePlace, field: string, template: Template, data: PathData): JsonRecord {
  if (template.kind !== "object") return payloadField(state, [field], template, data);
  const record: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of template.entries) {
    const isComputed = counts.has(key) && (value.kind === "arrow" || value.kind === "raw");
    const found = isComputed
      ? computedOrPath(state, key, value, data)
      : Object.fromEntries(payloadEntry(state, [field], key, value, data));
    Object.assign(record, found);
  }
  return record;
}

function tolerance(state: StatePlace, options: DistributedOptions, data: PathData): Partial<MapState> {
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage, label, itemSchema } = options;
  if (itemSchema !== undefined) state.lowerer.types(state.pointer, { items: itemSchema });
  return {
    ...(label !== undefined && { Label: label }),
    ...(count !== undefined && computedOrPath(state, "ToleratedFailureCount", count, data)),
    ...(percentage !== undefined && computedOrPath(state, "ToleratedFailurePercentage", percentage, data)),
  };
}
