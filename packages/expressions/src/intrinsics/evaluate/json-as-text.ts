import type { Json } from "@statewright/json-types";
import { checkDepth } from "../../json-path/evaluate/canonical-text.ts";
import type { PathMeter } from "../../json-path/evaluate/path-meter.ts";

/** Compact JSON; counted before it is written, and never deeper than can be descended. */
export function jsonAsText(value: Json, meter: PathMeter): string {
  count(value, meter, 0);
  return JSON.stringify(value);
}

/** As Java prints it, without quotes: `{Arg1=1, Arg2=[]}`. Recorded of `States.Format`. */
export function javaText(value: Json, meter: PathMeter, depth = 0): string {
  checkDepth(depth);
  meter.step(typeof value === "string" ? 1 + value.length : 1);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) {
    return `[${value.map((item: Json) => javaText(item, meter, depth + 1)).join(", ")}]`;
  }
  const members = Object.entries(value as Readonly<Record<string, Json>>);
  return `{${members.map(([name, part]) => `${name}=${javaText(part, meter, depth + 1)}`).join(", ")}}`;
}

function count(value: Json, meter: PathMeter, depth: number): void {
  checkDepth(depth);
  meter.step(typeof value === "string" ? 1 + value.length : 1);
  if (typeof value !== "object" || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    meter.step(name.length);
    count(part as Json, meter, depth + 1);
  }
}
