import type { Json } from "@statewright/json-types";
import { seenByFields } from "../execution/data-flow.ts";
import type { MapItem } from "../execution/part.ts";
import { mapNumber } from "../execution/settings.ts";
import {
  itemsOfReader,
  iterationInput,
  type MapItems,
  mapItem,
  readItems,
} from "../execution/states/map-items.ts";
import type { Failure } from "../execution/unit.ts";
import type { Evaluated, Fault, View } from "../execution/view.ts";
import type { MapPlan } from "../program/map-plan.ts";
import type { Setting } from "../program/plan-fields.ts";
import { type ReadRequest, validation } from "./read-request.ts";
import type { TestStateException } from "./test-state-response.ts";

/** What is known of a Map before its iterations, which the mock answers. */
export type InspectedIterations =
  | { readonly data: Readonly<Record<string, Json>>; readonly exceeded?: Failure }
  | { readonly fault: Fault }
  | { readonly exception: TestStateException };

/** The items of a tested Map, its settings, and whether more iterations have failed than it tolerates. */
export function inspectIterations(plan: MapPlan, view: View, request: ReadRequest): InspectedIterations {
  const seen = seenByFields(plan, view);
  if (!seen.ok) return { fault: seen.fault };
  const items = itemsOf(plan, seen.value, request);
  if (!items.ok) return { fault: items.fault };
  const count = items.value?.items.length;
  const failures = request.configuration.mapIterationFailureCount ?? 0;
  if (count !== undefined && failures > count)
    return {
      exception: validation(
        "Map iteration failure count must be less than or equal to the number of Map iterations",
      ),
    };
  const data: Record<string, Json> = {};
  if (!plan.jsonata && items.value !== undefined) data.afterItemsPath = items.value.items as Json;
  if (plan.itemSelector !== undefined && items.value !== undefined) {
    const selected: Json[] = [];
    for (const [index, value] of items.value.items.entries()) {
      const item = mapItem(index, value, items.value.keys);
      const input = iterationInput(plan, withItem(seen.value, item), item);
      if (!input.ok) return { fault: input.fault };
      selected.push(input.value);
    }
    data.afterItemSelector = selected;
  }
  const settings = settingsOf(plan, seen.value);
  if (!settings.ok) return { fault: settings.fault };
  const { concurrency, tolerated, percentage } = settings.value;
  data.maxConcurrency = concurrency ?? 0;
  if (tolerated !== undefined) data.toleratedFailureCount = tolerated;
  if (percentage !== undefined) data.toleratedFailurePercentage = percentage;
  const mocked = request.mock !== undefined && "result" in request.mock;
  const share = count ? (failures / count) * 100 : 0;
  const isTooMany =
    tolerated === undefined && percentage === undefined
      ? failures > 0
      : failures > (tolerated ?? Number.POSITIVE_INFINITY) ||
        share > (percentage ?? Number.POSITIVE_INFINITY);
  return mocked && isTooMany ? { data, exceeded } : { data };
}

/** The context object of an iteration. */
function withItem(view: View, item: MapItem): View {
  const context = view.context as Readonly<Record<string, Json>>;
  return { ...view, context: { ...context, Map: { Item: { ...item } } } };
}

/** R-DMAP-09, R-TEST-12. */
const exceeded: Failure = {
  error: "States.ExceedToleratedFailureThreshold",
  cause: "The specified tolerated failure threshold was exceeded",
  event: 0,
};

/** Nothing where a reader would read them, and the request does not say what. */
function itemsOf(plan: MapPlan, view: View, { readerData }: ReadRequest): Evaluated<MapItems | undefined> {
  if (plan.distributed?.reader === undefined) return readItems(plan, view, true);
  return readerData === undefined ? { ok: true, value: undefined } : itemsOfReader(plan, view, readerData);
}

interface MapSettings {
  readonly concurrency: number | undefined;
  readonly tolerated: number | undefined;
  readonly percentage: number | undefined;
}

function settingsOf(plan: MapPlan, view: View): Evaluated<MapSettings> {
  const { toleratedCount, toleratedPercentage } = plan.distributed ?? {};
  const wanted: readonly (readonly [string, "integer" | "float", Setting | undefined])[] = [
    ["MaxConcurrency", "integer", plan.maxConcurrency],
    ["ToleratedFailureCount", "integer", toleratedCount],
    ["ToleratedFailurePercentage", "float", toleratedPercentage],
  ];
  const read: (number | undefined)[] = [];
  for (const [field, kind, setting] of wanted) {
    const value = setting === undefined ? undefined : mapNumber(field, kind, setting, view);
    if (value?.ok === false) return value;
    read.push(value?.value);
  }
  const [concurrency, tolerated, percentage] = read;
  return { ok: true, value: { concurrency, tolerated, percentage } };
}
