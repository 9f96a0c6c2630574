import type { JsonRecord, JsonValue, MapState } from "@statewright/asl";
import { childPointer } from "@statewright/diagnostics";
import type { Json } from "@statewright/json-types";
import { writeJson } from "../json/json-text.ts";
import { uuidOf } from "../json/seeded-random.ts";
import type { ReaderConfig } from "../readers/item-request.ts";
import { optionalSetting, optionalTemplate, pathOf, templateOf } from "./compile-fields.ts";
import { writerOf } from "./compile-writer.ts";
import type { Compiling } from "./compiling.ts";
import type { BatchPlan, DistributedPlan, MapPlan, ReaderPlan } from "./map-plan.ts";
import type { CommonPlan, RecoveryPlan, ResultPlan } from "./plan-fields.ts";
import { refuse, type StateCompiling } from "./state-compiling.ts";

/** Compiles a Map; a Distributed Map gets its processor as a program of its own, which child executions run. */
export function compileMap(
  state: StateCompiling,
  common: CommonPlan & ResultPlan & RecoveryPlan,
  definition: MapState,
): MapPlan {
  const distributed = definition.ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED";
  refuseFields(state, definition, distributed ? [] : ["ItemReader", "ItemBatcher", "ResultWriter"]);
  const selector = definition.ItemSelector ?? (state.jsonata ? undefined : definition.Parameters);
  const processor = childPointer(state.pointer, definition.processorField ?? "ItemProcessor");
  return {
    ...common,
    type: "Map",
    ...(state.jsonata && optionalTemplate(state, "items", definition.Items, "Items")),
    ...(!state.jsonata &&
      definition.ItemsPath !== undefined && { itemsPath: pathOf(state, definition.ItemsPath, "ItemsPath") }),
    ...optionalTemplate(state, "itemSelector", selector, "ItemSelector"),
    ...optionalSetting(
      state,
      "maxConcurrency",
      definition.MaxConcurrency,
      definition.MaxConcurrencyPath,
      "MaxConcurrency",
    ),
    ...(distributed
      ? { scope: -1, distributed: distributedOf(state, definition, processor) }
      : { scope: state.compiling.compile(state.compiling, definition.ItemProcessor, processor) }),
  };
}

function distributedOf(state: StateCompiling, definition: MapState, pointer: string): DistributedPlan {
  const { compiling } = state;
  const inner: Compiling = { ...compiling, scopes: [], children: [] };
  inner.compile(inner, definition.ItemProcessor, pointer);
  const text = writeJson(definition.ItemProcessor as unknown as Json)?.text ?? "";
  compiling.children.push({ definition: uuidOf(text), scopes: inner.scopes, children: inner.children });
  const count = [definition.ToleratedFailureCount, definition.ToleratedFailureCountPath] as const;
  const percentage = [
    definition.ToleratedFailurePercentage,
    definition.ToleratedFailurePercentagePath,
  ] as const;
  return {
    program: compiling.children.length - 1,
    executionType: definition.ItemProcessor.ProcessorConfig?.ExecutionType ?? "STANDARD",
    label: definition.Label ?? uuidOf(state.pointer),
    ...optionalSetting(state, "toleratedCount", ...count, "ToleratedFailureCount"),
    ...optionalSetting(state, "toleratedPercentage", ...percentage, "ToleratedFailurePercentage"),
    ...(definition.ItemBatcher !== undefined && { batch: batchOf(state, definition.ItemBatcher) }),
    ...(definition.ItemReader !== undefined && { reader: readerOf(state, definition.ItemReader) }),
    ...(definition.ResultWriter !== undefined && { writer: writerOf(state, definition.ResultWriter) }),
  };
}

function readerOf(state: StateCompiling, reader: JsonRecord): ReaderPlan {
  const config = recordOf(reader.ReaderConfig) ?? {};
  const { MaxItems, MaxItemsPath, ...rest } = config;
  const path = typeof MaxItemsPath === "string" ? MaxItemsPath : undefined;
  const field = state.jsonata ? "Arguments" : "Parameters";
  const action = String(reader.Resource).endsWith("s3:listObjectsV2") ? "listObjectsV2" : "getObject";
  return {
    action,
    arguments: templateOf(state, reader[field] ?? {}, `ItemReader/${field}`),
    config: rest as ReaderConfig,
    ...optionalSetting(state, "maxItems", MaxItems, path, "ItemReader/ReaderConfig/MaxItems"),
  };
}

function recordOf(value: JsonValue | undefined): JsonRecord | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonRecord)
    : undefined;
}

function batchOf(state: StateCompiling, batcher: JsonRecord): BatchPlan {
  const text = (field: string): string | undefined => {
    const value = batcher[field];
    return typeof value === "string" ? value : undefined;
  };
  return {
    ...optionalSetting(
      state,
      "maxItems",
      batcher.MaxItemsPerBatch,
      text("MaxItemsPerBatchPath"),
      "ItemBatcher/MaxItemsPerBatch",
    ),
    ...optionalSetting(
      state,
      "maxBytes",
      batcher.MaxInputBytesPerBatch,
      text("MaxInputBytesPerBatchPath"),
      "ItemBatcher/MaxInputBytesPerBatch",
    ),
    ...optionalTemplate(state, "input", batcher.BatchInput, "ItemBatcher/BatchInput"),
  };
}

function refuseFields(
  state: StateCompiling,
  definition: MapState,
  fields: readonly (keyof MapState)[],
): void {
  for (const field of fields) {
    if (definition[field] === undefined) continue;
    refuse(
      state,
      field,
      `\`${field}\``,
      field === "ItemReader" ? "Hand the items in as state data for now." : undefined,
    );
  }
}
