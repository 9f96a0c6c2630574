import type { FlowEdge } from "../flow/flow-graph.ts";
import { stronglyConnected } from "../flow/strongly-connected.ts";
import type { Place } from "../types/narrow/place.ts";
import { type LoopSearch, limitsOn, siteOf } from "./loop-search.ts";
import { type NumberBound, placeKey } from "./number-bounds.ts";

/** A loop with its counter. */
export interface CountedLoop {
  readonly place: Place;
  readonly states: readonly string[];
  readonly edges: readonly FlowEdge[];
  /** The transitions that begin a pass. */
  readonly cut: readonly FlowEdge[];
  readonly amounts: ReadonlyMap<FlowEdge, number>;
  /** What the counter is at the beginning at most; at least, where it counts down. */
  readonly from: number | undefined;
  readonly up: boolean;
  readonly search: LoopSearch;
}

/**
 * The fewest passes through a loop that can only be left once its counter is past a limit: 1 where there is
 * another way out. A failure of its own is not counted as one, since then the execution fails as well.
 */
export function leastPasses({ place, states, edges, cut, amounts, from, up, search }: CountedLoop): number {
  const { graph } = search;
  if (from === undefined || !Number.isFinite(from)) return 1;
  if (states.some((name) => graph.ends.has(name))) return 1;
  // Around a branch or an iteration somebody may catch what fails in it.
  if (search.scope !== "" && states.some((name) => canFail(name, search))) return 1;
  const inside = new Set(states);
  const isCut = new Set(cut);
  const onePass = edges.filter((edge) => !isCut.has(edge));
  if (hasCycle(states, onePass)) return 1;
  const exits = states.flatMap((name) =>
    (graph.edges.get(name) ?? []).filter(({ target }) => !inside.has(target)),
  );
  const limits = exits.map((edge) => limitsOn(edge, search).find((limit) => leaves(limit, place, up))?.value);
  if (exits.length === 0 || !limits.every((limit) => limit !== undefined)) return 1;
  const distance = up ? Math.min(...limits) - from : from - Math.max(...limits);
  const mostMoved = edges.reduce((sum, edge) => sum + Math.abs(amounts.get(edge) ?? 0), 0);
  return Math.max(1, Math.ceil(distance / mostMoved));
}

function canFail(name: string, search: LoopSearch): boolean {
  const { Type } = siteOf(name, search)?.state ?? {};
  return Type === undefined || Type === "Task" || Type === "Parallel" || Type === "Map";
}

function leaves({ place, side }: NumberBound, counter: Place, up: boolean): boolean {
  return side === (up ? "least" : "most") && placeKey(place) === placeKey(counter);
}

function hasCycle(states: readonly string[], edges: readonly FlowEdge[]): boolean {
  const targets = new Map<string, string[]>(states.map((name) => [name, []]));
  for (const { source, target } of edges) targets.get(source)?.push(target);
  if (edges.some(({ source, target }) => source === target)) return true;
  return stronglyConnected(states, (name) => targets.get(name) ?? []).length < states.length;
}
