import type { JsonValue } from "@statewright/asl";
import type { FlowEdge } from "../flow/flow-graph.ts";
import { placeOfPath } from "../types/narrow/data-test.ts";
import type { Place } from "../types/narrow/place.ts";
import { addedAmount } from "./added-amount.ts";
import { type LoopSearch, siteOf } from "./loop-search.ts";

/** States between the one that counts and the one that puts the sum back. */
const mostBetween = 20;

/**
 * What a transition adds to the number at a place by way of another place: a state before it, on the only way that
 * leads there, put the sum into a field (`States.MathAdd` with a ResultPath), and this one puts it back. In between
 * both stay as they are.
 */
export function amountByWayOf(
  place: Place,
  edge: FlowEdge,
  edges: readonly FlowEdge[],
  search: LoopSearch,
): number | undefined {
  const { texts } = search.solution.world;
  const site = siteOf(edge.source, search);
  if (site === undefined || site.language !== "JSONPath") return undefined;
  for (const field of readPlaces(site.state)) {
    const back = addedAmount(place, edge, site, texts, field);
    const before = back === undefined ? undefined : amountBefore(place, field, edge, edges, search);
    if (back !== undefined && before !== undefined) return before + back;
  }
  return undefined;
}

/** By how much what is in the field is more than what is at the place, whenever a state is entered. */
function amountBefore(
  place: Place,
  field: Place,
  edge: FlowEdge,
  edges: readonly FlowEdge[],
  search: LoopSearch,
): number | undefined {
  const { texts } = search.solution.world;
  let at = edge.source;
  for (let count = 0; count < mostBetween; count += 1) {
    const [way, ...others] = edges.filter(({ target }) => target === at);
    if (way === undefined || others.length > 0 || !isEnteredFromAlone(at, way.source, search))
      return undefined;
    const site = siteOf(way.source, search);
    if (site === undefined || addedAmount(place, way, site, texts) !== 0) return undefined;
    const amount = addedAmount(field, way, site, texts, place);
    if (amount !== undefined) return amount;
    if (addedAmount(field, way, site, texts) !== 0) return undefined;
    at = way.source;
  }
  return undefined;
}

/** Whether data gets to a state from one other state only, and not from outside of the loop. */
function isEnteredFromAlone(name: string, source: string, search: LoopSearch): boolean {
  const pointer = siteOf(name, search)?.pointer ?? "";
  const from = siteOf(source, search)?.pointer;
  if (search.graph.start === name) return false;
  return (search.entries.get(pointer) ?? []).every((entry) => entry.source === from);
}

/** The places that a Pass puts elsewhere as they are. */
function readPlaces(state: object): readonly Place[] {
  const { InputPath, Parameters, Assign } = state as Readonly<Record<string, JsonValue | undefined>>;
  const texts = [InputPath, ...valuesOf(Parameters), ...valuesOf(Assign)];
  return texts.flatMap((text) => {
    const place = typeof text === "string" && text.startsWith("$") ? placeOfPath(text, true) : undefined;
    return place === undefined ? [] : [place];
  });
}

function valuesOf(value: JsonValue | undefined): readonly JsonValue[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}
