import type { Json } from "@statewright/json-types";
import type { JsonPathStep, SliceStep } from "../json-path.ts";
import { type PathMeter, stopUnsupported } from "./path-meter.ts";

/** Whether an item passes the filter of a step. */
export type HoldsFilter = (step: JsonPathStep & { readonly kind: "filter" }, item: Json) => boolean;

/**
 * Every value that the steps of an indefinite path lead to, in the order of the data; what is not there is passed
 * over (R-PATH-04).
 */
export function selectNodes(
  root: Json,
  steps: readonly JsonPathStep[],
  meter: PathMeter,
  holds: HoldsFilter,
): readonly Json[] {
  let nodes: readonly Json[] = [root];
  for (const [at, step] of steps.entries()) {
    const next: Json[] = [];
    const descended = steps[at - 1]?.kind === "descent";
    for (const node of nodes) {
      meter.step();
      if (step.kind === "descent") descend(node, next, meter);
      else if (step.kind === "filter" && descended) {
        if (isObject(node) && holds(step, node)) next.push(node);
      } else select(node, step, at === steps.length - 1, next, meter, holds);
    }
    meter.step(next.length);
    nodes = next;
  }
  return nodes;
}

function select(
  node: Json,
  step: JsonPathStep,
  last: boolean,
  found: Json[],
  meter: PathMeter,
  holds: HoldsFilter,
): void {
  switch (step.kind) {
    case "child":
      if (step.placeholder) stopUnsupported("a placeholder stands in it");
      if (isObject(node) && Object.hasOwn(node, step.name)) found.push(node[step.name] as Json);
      return;
    case "children":
      if (isObject(node)) selectChildren(node, step.names, last, found);
      return;
    case "index":
    case "indices": {
      const indices = step.kind === "index" ? [step] : step.indices;
      if (!Array.isArray(node)) return;
      for (const { index } of indices) {
        const item = node.at(index) as Json | undefined;
        if (item !== undefined) found.push(item);
      }
      return;
    }
    case "slice":
      if (!Array.isArray(node)) return;
      for (const item of sliceOf(node, step)) found.push(item);
      return;
    case "wildcard":
      if (typeof node !== "object" || node === null) return;
      for (const value of Object.values(node)) found.push(value as Json);
      return;
    case "filter": {
      if (Array.isArray(node)) {
        for (const item of node as readonly Json[]) {
          meter.step();
          if (holds(step, item)) found.push(item);
        }
      } else if (isObject(node) && holds(step, node)) found.push(node);
      return;
    }
    case "function":
      stopUnsupported(`of its function \`${step.name}()\`, which is documented nowhere`);
      return;
    case "descent":
      return;
  }
}

/** Several names at the end of a path make one object of those that are there; before it, each is followed. */
function selectChildren(
  node: Readonly<Record<string, Json>>,
  names: readonly { readonly name: string; readonly placeholder?: true }[],
  last: boolean,
  found: Json[],
): void {
  const present = names.filter(({ name }) => Object.hasOwn(node, name));
  if (names.some(({ placeholder }) => placeholder)) stopUnsupported("a placeholder stands in it");
  if (!last) for (const { name } of present) found.push(node[name] as Json);
  else found.push(Object.fromEntries(present.map(({ name }) => [name, node[name] as Json])));
}

function sliceOf(items: readonly Json[], { from = 0, to = items.length }: SliceStep): readonly Json[] {
  return items.slice(from, to);
}

/** The value, then what is inside it, depth first. */
function descend(node: Json, found: Json[], meter: PathMeter): void {
  const pending: Json[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    meter.step();
    found.push(next);
    if (typeof next !== "object" || next === null) continue;
    const inner = Object.values(next) as Json[];
    meter.step(inner.length);
    for (let at = inner.length - 1; at >= 0; at -= 1) pending.push(inner[at] as Json);
  }
}

export function isObject(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
