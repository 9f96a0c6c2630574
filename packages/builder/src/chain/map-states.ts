import type { DistributedOptions, MapNode, StateNode } from "@statewright/compiler";
import { jsonSchemaOf } from "../schema/json-schema.ts";
import { type Branches, branchBlock } from "./branches.ts";
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
  const source = typeof items === "function" || Array.isArray(items) ? { items } : record(items);
  const concurrency = options.maxConcurrency;
  return {
    kind: "map",
    ...common(place),
    ...comment(options),
    ...optionalTemplate(source.items, "items", place),
    ...optionalTemplate(source.itemSelector, "itemSelector", place),
    ...(concurrency !== undefined && {
      maxConcurrency: computed<number>(concurrency, "number", "maxConcurrency", place),
    }),
    body: branchBlock(branches, each, place.state, place.origin, place.problems),
  };
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
    options[field] === undefined ? {} : { [field]: computed<number>(options[field], "number", field, place) };
  return {
    executionType: options.executionType === "EXPRESS" ? "EXPRESS" : "STANDARD",
    ...(typeof label === "string" && { label }),
    ...readerOptions(place, source.reader),
    ...number("toleratedFailureCount"),
    ...number("toleratedFailurePercentage"),
    ...members(place, source.itemBatcher, "itemBatcher"),
    ...members(place, options.resultWriter, "resultWriter"),
  };
}

/** The members of an ASL field, whose names begin with capitals. */
function members(
  place: CallPlace,
  value: unknown,
  field: "itemBatcher" | "resultWriter",
): Pick<DistributedOptions, "itemBatcher" | "resultWriter"> {
  if (value === undefined) return {};
  return { [field]: templateOf(capitalised(record(value)), field, place) };
}

function capitalised(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
  );
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
      ...optionalTemplate(reader.arguments, "arguments", place),
      ...(config !== undefined && {
        readerConfig: templateOf(capitalised(record(config)), "readerConfig", place),
      }),
    },
    ...(schema !== undefined && { itemSchema: schema }),
  };
}
