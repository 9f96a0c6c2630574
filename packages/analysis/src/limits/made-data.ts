import { childPointer, type JsonPointer, pointerKeys } from "@statewright/diagnostics";
import { arrayShape, neverShape, objectShape, type Shape } from "@statewright/json-types";
import type { Environment } from "../types/environment.ts";
import type { StateSite } from "../types/machine-sites.ts";
import type { Outcome } from "../types/world.ts";

/** Data that a state makes and Step Functions has to carry. */
export interface MadeData {
  /** As a message begins: `The output`. */
  readonly what: string;
  readonly shape: Shape;
  /** The field that makes it, or the state. */
  readonly pointer: JsonPointer;
  /** What it is made of: data that is too large there already was told there. */
  readonly sources: readonly Shape[];
}

/** What a state makes, in the order in which it does (R-JA-12, R-JP-01, R-MAP-05). */
export function madeData(outcome: Outcome, { input }: Environment, site: StateSite): readonly MadeData[] {
  const { result, output, edges } = outcome;
  const made = [...intoWork(outcome, input, site)];
  if (result !== undefined) {
    const pointer = fieldOr(site.pointer, site.state, "Result");
    made.push({ what: "The result", shape: result, pointer, sources: resultSources(result, input, site) });
  }
  // What a Choice hands on is what its rules do, or its Default.
  const isChoice = site.state.Type === "Choice";
  if (output !== undefined && !isChoice) {
    const pointer = fieldOr(site.pointer, site.state, "Output");
    const sources = result === undefined ? [input] : [input, result];
    made.push({ what: "The output", shape: output, pointer, sources });
  }
  for (const { via, environment, given } of edges) {
    // What runs inside of the state gets what was told before its work.
    if (site.bodies.includes(via) || (via === site.pointer && !isChoice)) continue;
    const pointer = fieldOr(via, holderOf(via, site), "Output");
    const sources = given === undefined ? [input] : [input, given];
    made.push({ what: "The output", shape: environment.input, pointer, sources });
  }
  return made;
}

function fieldOr(pointer: JsonPointer, holder: object | undefined, field: string): JsonPointer {
  return holder !== undefined && Object.hasOwn(holder, field) ? childPointer(pointer, field) : pointer;
}

/** The rule of a Choice or the catcher that a way leads through, or the state. */
function holderOf(via: JsonPointer, { pointer, state }: StateSite): object | undefined {
  const [list, index] = pointerKeys(via.slice(pointer.length));
  if (list === "Choices" && state.Type === "Choice") return state.Choices[Number(index)];
  if (list === "Catch" && "Catch" in state) return state.Catch?.[Number(index)];
  return state;
}

/** What is given to the integration, the branches, the iterations. */
function intoWork({ stages = {} }: Outcome, input: Shape, site: StateSite): readonly MadeData[] {
  const { pointer, state } = site;
  if (state.Type === "Task" || state.Type === "Parallel") {
    const [field, shape] =
      stages.afterArguments === undefined
        ? (["Parameters", stages.afterParameters] as const)
        : (["Arguments", stages.afterArguments] as const);
    if (shape === undefined || !Object.hasOwn(state, field)) return [];
    const what = state.Type === "Task" ? "The arguments" : "The input of the branches";
    return [{ what, shape, pointer: childPointer(pointer, field), sources: [input] }];
  }
  const item = stages.afterItemSelector;
  if (state.Type !== "Map" || item === undefined || item.kind === "never") return [];
  const selector = ["ItemSelector", "Parameters"].find((field) => Object.hasOwn(state, field));
  const what = state.ItemBatcher === undefined ? "The input of an iteration" : "An item";
  const place = selector === undefined ? pointer : childPointer(pointer, selector);
  const made: MadeData = { what, shape: item, pointer: place, sources: [input] };
  const batch = smallestBatch(stages.afterItemBatcher, item);
  if (batch === undefined) return [made];
  const batcher = childPointer(pointer, "ItemBatcher");
  return [made, { what: "The smallest batch", shape: batch, pointer: batcher, sources: [input, item] }];
}

/** With one item: more are put into a batch only while they fit (R-DMAP-08). */
function smallestBatch(batch: Shape | undefined, item: Shape): Shape | undefined {
  if (batch?.kind !== "object") return undefined;
  const Items = arrayShape(neverShape, { items: [item], minItems: 1, maxItems: 1 });
  const given = batch.fields.BatchInput?.shape;
  return objectShape(given === undefined ? { Items } : { BatchInput: given, Items });
}

/** A task's result comes from outside; that of branches and iterations was made by their last states. */
function resultSources(result: Shape, input: Shape, { state }: StateSite): readonly Shape[] {
  if (state.Type === "Task") return [];
  if (result.kind !== "array") return [input];
  return [input, result.element, ...(result.items ?? [])];
}
