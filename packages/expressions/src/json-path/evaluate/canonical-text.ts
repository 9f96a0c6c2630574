import type { Json } from "@statewright/json-types";
import { deepestData, type PathMeter, PathStop } from "./path-meter.ts";

/** A text that is the same for equal values, whatever the order of their members. */
export function canonicalText(value: Json, meter: PathMeter, depth = 0): string {
  if (typeof value !== "object" || value === null) {
    meter.step(typeof value === "string" ? 1 + value.length / 64 : 1);
    return value === 0 ? "0" : JSON.stringify(value);
  }
  checkDepth(depth);
  meter.step();
  if (Array.isArray(value)) {
    return `[${value.map((item: Json) => canonicalText(item, meter, depth + 1)).join()}]`;
  }
  const object = value as Readonly<Record<string, Json>>;
  const members = Object.keys(object)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalText(object[name] as Json, meter, depth + 1)}`);
  return `{${members.join()}}`;
}

/** Ends the evaluation when data is nested deeper than can be descended. */
export function checkDepth(depth: number): void {
  if (depth > deepestData) throw new PathStop("budget", `data is nested deeper than ${deepestData} levels`);
}
