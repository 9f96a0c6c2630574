import type { MapState } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import {
  arrayShape,
  objectShape,
  printShape,
  type Shape,
  unionShape,
  unknownShape,
} from "@statewright/json-types";
import { itemContextShape } from "../context-shape.ts";
import { objectItems } from "../diagnostics/object-items.ts";
import { noVariables } from "../environment.ts";
import { evaluateExpected, fitting } from "../evaluate-expected.ts";
import { evaluateTemplate } from "../evaluate-template.ts";
import { type ExpectedShape, expectedCount, expectedInteger, expectedPercentage } from "../field-values.ts";
import type { StateSite } from "../machine-sites.ts";
import { type Sight, sightOf } from "../sight.ts";
import { type Entered, type Outcome, quiet, type World } from "../world.ts";
import { catchEdges } from "./catch-edges.ts";
import { finishWork } from "./finish-work.ts";
import { itemOf } from "./map-items.ts";
import { batchedShape, iteratedResult } from "./map-result.ts";
import { bodyEdges } from "./parallel.ts";
import { readerItem } from "./reader-item.ts";

/** What can be iterated: an array, and since 2025 an object, value by value (R-MAP-03). */
const iterable = {
  shape: unionShape(arrayShape(unknownShape), objectShape({}, { open: true })),
  name: "an array",
};

const mapNumbers = [
  ["MaxConcurrency", expectedInteger],
  ["ToleratedFailureCount", expectedCount],
  ["ToleratedFailurePercentage", expectedPercentage],
] as const satisfies readonly (readonly [string, ExpectedShape])[];

/** Map, entered: Items → ItemSelector → ItemBatcher → the iterations (R-MAP-05). */
export function enterMap(state: MapState, entered: Entered, world: World): Outcome {
  const { site, environment } = entered;
  const sight = sightOf(entered, world);
  const items = itemsShape(state, entered, sight, world);
  const item = state.ItemReader === undefined ? itemOf(items) : readerItem(state, site, world);
  evaluateOthers(state, sight, world);
  // Without items nothing is selected, and nothing runs.
  const selected = item.kind === "never" ? item : selectedShape(state, item, entered, world);
  const scope = site.bodies[0] ?? site.pointer;
  const distributed = world.sites.scopes.get(scope)?.distributed === true;
  const input = batchedShape(state, selected, batchInput(state, sight, world));
  const batched = state.ItemBatcher === undefined ? {} : { afterItemBatcher: input };
  const variables = distributed ? noVariables : environment.variables;
  return {
    edges: [...bodyEdges(site, input, variables, world), ...catchEdges(entered, world)],
    item,
    itemContext: { scope, shape: itemContextShape(state.ItemBatcher === undefined ? item : unknownShape) },
    stages: { afterItemsPath: items, afterItemSelector: selected, ...batched },
  };
}

/** Map, left: what the iterations return, in the order of the items (R-MAP-06), or what was written (R-DMAP-12). */
export function leaveMap(state: MapState, entered: Entered, world: World): Outcome {
  const { site } = entered;
  const returned = world.bodyOutput(site.bodies[0] ?? site.pointer);
  const unheard = quiet(world);
  const result = iteratedResult(
    state,
    returned,
    itemsShape(state, entered, sightOf(entered, unheard), unheard),
  );
  if (result.kind === "never") return { edges: [] };
  return { ...finishWork(entered, result, world), result };
}

function itemsShape(state: MapState, { site, environment }: Entered, sight: Sight, world: World): Shape {
  if (state.Items !== undefined) {
    const pointer = childPointer(site.pointer, "Items");
    const items = evaluateExpected(state.Items, "Items", iterable, pointer, sight, world);
    reportObjectItems(items, "Items", pointer, site, world);
    return items;
  }
  if (state.ItemReader !== undefined) return unknownShape;
  const items = fitting(environment.input, "The input", iterable, site.pointer, sight, world);
  reportObjectItems(items, "The input", site.pointer, site, world);
  return items;
}

/** Only where it is an object for certain: one that may be an array is most likely one (R-MAP-03). */
function reportObjectItems(
  items: Shape,
  what: string,
  pointer: JsonPointer,
  { name }: StateSite,
  world: World,
): void {
  if (items.kind === "object")
    world.report(objectItems.at({ state: name, pointer }, { state: name, what, found: printShape(items) }));
}

function selectedShape(state: MapState, item: Shape, entered: Entered, world: World): Shape {
  if (state.ItemSelector === undefined) return item;
  const sight = sightOf(entered, world, { item });
  return evaluateTemplate(
    state.ItemSelector,
    childPointer(entered.site.pointer, "ItemSelector"),
    sight,
    world,
  );
}

function batchInput(state: MapState, sight: Sight, world: World): Shape | undefined {
  const batcher = state.ItemBatcher ?? {};
  const pointer = childPointer(sight.site.pointer, "ItemBatcher");
  for (const [field, value] of Object.entries(batcher))
    if (field !== "BatchInput") evaluateTemplate(value, childPointer(pointer, field), sight, world);
  if (batcher.BatchInput === undefined) return undefined;
  return evaluateTemplate(batcher.BatchInput, childPointer(pointer, "BatchInput"), sight, world);
}

function evaluateOthers(state: MapState, sight: Sight, world: World): void {
  const { pointer } = sight.site;
  for (const [field, expected] of mapNumbers) {
    const value = state[field];
    if (value !== undefined)
      evaluateExpected(value, field, expected, childPointer(pointer, field), sight, world);
  }
  for (const field of ["ItemReader", "ResultWriter"] as const) {
    const value = state[field];
    if (value !== undefined) evaluateTemplate(value, childPointer(pointer, field), sight, world);
  }
}
