import type { ItemProcessor, JsonRecord, JsonValue, MapState } from "@statewright/asl";
import type { Template } from "../../ir/template.ts";
import type { DistributedOptions, MapNode } from "../../ir/workflow.ts";
import { placeOf, type StatePlace } from "../fields/context.ts";
import { resultData, stateData } from "../fields/state-data.ts";
import { computedField, templateField } from "../fields/templates.ts";
import { dataFields, errorFields, transition } from "./fields.ts";

/** A Map, inline or distributed. The processor is a scope of its own. */
export function mapState(state: StatePlace, node: MapNode): MapState {
  const data = stateData(state);
  const { distributed } = node;
  const field = (name: string, template: Template): JsonValue => templateField(state, [name], template, data);
  return {
    Type: "Map",
    ...(node.comment !== undefined && { Comment: node.comment }),
    ...(node.items && { Items: field("Items", node.items) }),
    ...(distributed?.itemReader && { ItemReader: readerOf(state, distributed.itemReader) }),
    ...(node.itemSelector && { ItemSelector: field("ItemSelector", node.itemSelector) }),
    ...(distributed?.itemBatcher && { ItemBatcher: record(field("ItemBatcher", distributed.itemBatcher)) }),
    ...(node.maxConcurrency !== undefined && {
      MaxConcurrency: computedField(state, ["MaxConcurrency"], node.maxConcurrency, data),
    }),
    ...(distributed && tolerance(state, distributed)),
    ItemProcessor: processorOf(state, node),
    ...(distributed?.resultWriter && {
      ResultWriter: record(field("ResultWriter", distributed.resultWriter)),
    }),
    ...errorFields(state, node),
    ...dataFields(state, node, resultData(state)),
    ...transition(state.after),
  };
}

function record(json: JsonValue): JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as JsonRecord) : {};
}

/** The processor of a Map: a scope of its own. */
export function processorOf(state: StatePlace, node: MapNode): ItemProcessor {
  const { pointer } = placeOf(state, "ItemProcessor");
  const { distributed } = node;
  const title = `The body of "${state.name}"`;
  const states = state.lowerer.scope(node.body, {
    pointer,
    title,
    state: state.name,
    ...(distributed && { isolated: true }),
  });
  const config = distributed
    ? { Mode: "DISTRIBUTED" as const, ExecutionType: distributed.executionType }
    : { Mode: "INLINE" as const };
  const { bodyComment: comment } = node;
  return { ProcessorConfig: config, ...(comment !== undefined && { Comment: comment }), ...states };
}

type Reader = NonNullable<DistributedOptions["itemReader"]>;

function readerOf(state: StatePlace, reader: Reader): JsonRecord {
  const data = stateData(state);
  return {
    Resource: reader.resource,
    ...(reader.readerConfig && {
      ReaderConfig: templateField(state, ["ItemReader", "ReaderConfig"], reader.readerConfig, data),
    }),
    ...(reader.arguments && {
      Arguments: templateField(state, ["ItemReader", "Arguments"], reader.arguments, data),
    }),
  };
}

function tolerance(state: StatePlace, options: DistributedOptions): Partial<MapState> {
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage, label, itemSchema } = options;
  const data = stateData(state);
  if (itemSchema !== undefined) state.lowerer.types(state.pointer, { items: itemSchema });
  return {
    ...(label !== undefined && { Label: label }),
    ...(count !== undefined && {
      ToleratedFailureCount: computedField(state, ["ToleratedFailureCount"], count, data),
    }),
    ...(percentage !== undefined && {
      ToleratedFailurePercentage: computedField(state, ["ToleratedFailurePercentage"], percentage, data),
    }),
  };
}
