import type { MapPlan } from "../program/map-plan.ts";
import type { CommonPlan } from "../program/plan-fields.ts";

/** A Map of which nothing but the items matters. */
export function itemsPlan(common: CommonPlan, items: Pick<MapPlan, "items" | "itemsPath">): MapPlan {
  return { ...common, ...items, type: "Map", retry: [], catchers: [], scope: 0 };
}
