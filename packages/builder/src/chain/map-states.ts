import type { DistributedOptions, MapNode, StateNode } from "@statewright/compiler";
import { jsonSchemaOf } from "../schema/json-schema.ts";
import { writtenPath } from "../template/raw-expression.ts";
import { type Branches, scopeBlock } from "./branches.ts";
import { retryOption } from "./handlers.ts";
import { pathOptions, withPath } from "./json-path-fields.ts";
import {
  type CallPlace,
  comment,
  common,
  computed,
  optionalTemplate,
  record,
  templateOf,
} from "./work-fields.ts";

/** A Map of either kind: `items` is an arrow, or an object with it and what each run gets. */
export function mapState(
  place: CallPlace,
  items: unknown,
  each: unknown,
  given: unknown,
  branches: Branches,
): MapNode {
  const options = record(given);
  const source = isItems(items) ? { items } : record(items);
  const concurrency = withPath(options, "maxConcurrency");
  const { block, comment: own } = scopeBlock(branches, each, place.state, place.origin, place.problems);
  return {
    kind: "map",
    ...common(place, options),
    ...pathOptions(source, place),
    ...comment(options),
    ...retryOption(options.retry, place.origin),
    ...optionalTemplate(itemsOf(source), "items", place),
    ...optionalTemplate(source.itemSelector, "itemSelector", place),
    ...(concurrency !== undefined && {
      maxConcurrency: computed<number>(concurrency, "number", "maxConcurrency", place),
    }),
    body: block,
    ...(own && { bodyComment: own.text }),
  };
}

function isItems(items: unknown): boolean {
  return typeof items === "function" || typeof items === "string" || Array.isArray(items);
}

/** In JSONPath the items are found by a path: `"$.orders"` or `{ itemsPath: "$.orders" }`. */
function itemsOf(source: Readonly<Record<string, unknown>>): unknown {
  const path = source.itemsPath ?? source.items;
  return typeof path === "string" ? writtenPath(path) : path;
}

export function distributedMapState(
  place: CallPlace,
  items: unknown,
  each: unknown,
  given: unknown,
  branches: Branches,
): StateNode {
  return {
    ...mapState(place, items, each, given, branches),
    distributed: distributedOptions(place, record(items), record(given)),
  };
}

function distributedOptions(
  place: CallPlace,
  source: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, unknown>>,
): DistributedOptions {
  const label = options.label;
  const number = (
    field: "toleratedFailureCount" | "toleratedFailurePercentage",
  ): Partial<DistributedOptions> =>
    withPath(options, field) === undefined
      ? {}
      : { [field]: computed<number>(withPath(options, field), "number", field, place) };
  return {
    executionType: options.executionType === "EXPRESS" ? "EXPRESS" : "STANDARD",
    ...(typeof label === "string" && { label }),
    ...readerOptions(place, source.itemReader),
    ...number("toleratedFailureCount"),
    ...number("toleratedFailurePercentage"),
    ...(source.itemBatcher !== undefined && {
      itemBatcher: templateOf(capitalised(record(source.itemBatcher)), "itemBatcher", place),
    }),
    ...writerOptions(place, options.resultWriter),
  };
}

function writerOptions(place: CallPlace, given: unknown): Pick<DistributedOptions, "resultWriter"> {
  if (given === undefined) return {};
  const { resource, arguments: ofJsonata, parameters, writerConfig } = record(given);
  const passed = ofJsonata ?? parameters;
  const writer = {
    Resource: resource ?? (passed === undefined ? undefined : "arn:aws:states:::s3:putObject"),
    Arguments: passed,
    WriterConfig: writerConfig === undefined ? undefined : capitalised(record(writerConfig)),
  };
  return { resultWriter: templateOf(writer, "resultWriter", place) };
}

/** Fields under ASL's names, which begin with capitals. */
function capitalised(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [fieldName(key), value]));
}

function fieldName(key: string): string {
  return key.replace(/^csv|^[a-z]/, (start) => start.toUpperCase());
}

function readerOptions(
  place: CallPlace,
  given: unknown,
): Pick<DistributedOptions, "itemReader" | "itemSchema"> {
  if (given === undefined) return {};
  const reader = record(given);
  const { schema, problem } = jsonSchemaOf(reader.item);
  if (problem) place.problems.push(problem);
  const config = reader.readerConfig;
  return {
    itemReader: {
      resource: String(reader.resource),
      ...optionalTemplate(reader.arguments ?? reader.parameters, "arguments", place),
      ...(config !== undefined && {
        readerConfig: templateOf(capitalised(record(config)), "readerConfig", place),
      }),
    },
    ...(schema !== undefined && { itemSchema: schema }),
  };
}
