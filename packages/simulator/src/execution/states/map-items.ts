import { invalidPathText } from "@statewright/expressions/evaluate";
import type { Json } from "@statewright/json-types";
import { jsonText, setMember } from "../../json/json-text.ts";
import { typeName } from "../../json/json-type.ts";
import type { MapPlan } from "../../program/map-plan.ts";
import { effectiveInput } from "../data-flow.ts";
import { evaluate, wrongType } from "../evaluate.ts";
import type { MapItem } from "../part.ts";
import { readPath } from "../read-path.ts";
import type { Evaluated, View } from "../view.ts";

/** What a Map iterates: items in order, with their keys where it is an object (R-MAP-02, R-MAP-03). */
export interface MapItems {
  readonly items: readonly Json[];
  readonly keys?: readonly string[];
}

/**
 * Reads the items of a Map out of the state data, of which `view` has the effective input; an object is iterated in
 * JSONata only (R-MAP-03, recorded in 2025).
 */
export function readItems(plan: MapPlan, view: View, objects: boolean): Evaluated<MapItems> {
  const value = plan.jsonata ? jsonataItems(plan, view) : pathItems(plan, view);
  if (!value.ok) return value;
  if (Array.isArray(value.value)) return { ok: true, value: { items: value.value as readonly Json[] } };
  if (typeName(value.value) === "object" && objects && plan.jsonata) {
    const object = value.value as Readonly<Record<string, Json>>;
    return { ok: true, value: { items: Object.values(object), keys: Object.keys(object) } };
  }
  return noArray(plan, value.value);
}

/**
 * The items in what a reader read, from which a JSONPath Map can take a part (R-MAP-02); nothing when it is neither
 * an array nor an object.
 */
export function itemsOfReader(plan: MapPlan, view: View, value: Json): Evaluated<MapItems | undefined> {
  const selected =
    plan.itemsPath === undefined
      ? ({ ok: true, value } as const)
      : readPath(plan.itemsPath, { ...view, data: value }, invalidPathText);
  if (!selected.ok) return selected;
  if (Array.isArray(selected.value)) return { ok: true, value: { items: selected.value as readonly Json[] } };
  if (typeName(selected.value) !== "object") return { ok: true, value: undefined };
  const object = selected.value as Readonly<Record<string, Json>>;
  return { ok: true, value: { items: Object.values(object), keys: Object.keys(object) } };
}

function jsonataItems(plan: MapPlan, view: View): Evaluated {
  return plan.items === undefined ? { ok: true, value: view.input } : evaluate(plan.items, view);
}

function pathItems(plan: MapPlan, view: View): Evaluated {
  if (plan.itemsPath === undefined) return { ok: true, value: view.data };
  return readPath(plan.itemsPath, view, invalidPathText);
}

function noArray(plan: MapPlan, value: Json): Evaluated<never> {
  if (!plan.jsonata) {
    const shown = plan.itemsPath?.text.replace(/^\$\$/, "$") ?? "$"; // recorded so of the context object
    const text = `Reference path "${shown}" must point to array.`;
    return { ok: false, fault: { kind: "runtime", text } };
  }
  if (plan.items === undefined) {
    const text = `Map state input must be an array but was: ${jsonText(value)}`;
    return { ok: false, fault: { kind: "query", text } };
  }
  return wrongType(plan.items, "array", value);
}

/** The input of one iteration: the item, or what ItemSelector makes of it (R-MAP-04, R-JA-11). */
export function iterationInput(plan: MapPlan, view: View, item: MapItem): Evaluated {
  if (plan.itemSelector === undefined) return { ok: true, value: item.Value };
  const data = effectiveInput(plan, view);
  return data.ok ? evaluate(plan.itemSelector, { ...view, data: data.value, item }) : data;
}

/** `Map.Item` of the context object; the key only where an object is iterated. */
export function mapItem(index: number, value: Json, keys: readonly string[] | undefined): MapItem {
  const key = keys?.[index];
  return key === undefined ? { Index: index, Value: value } : { Index: index, Value: value, Key: key };
}

/** The input of one batch: BatchInput first, then Items (R-DMAP-08). */
export function batchOf(items: readonly Json[], input: Json | undefined): Json {
  const batch: Record<string, Json> = {};
  if (input !== undefined) setMember(batch, "BatchInput", input);
  setMember(batch, "Items", items);
  return batch;
}
