import { join, neverShape, type Shape } from "@statewright/json-types";
import type { FlowEdge } from "../flow/flow-graph.ts";
import { stronglyConnected } from "../flow/strongly-connected.ts";
import { type Place, shapeAtPlace } from "../types/narrow/place.ts";
import { addedAmount } from "./added-amount.ts";
import { amountByWayOf } from "./by-way-of.ts";
import { leastPasses } from "./least-passes.ts";
import { type LoopSearch, limitsOn, siteOf } from "./loop-search.ts";
import { type NumberBound, numberRange, placeKey } from "./number-bounds.ts";
import type { Loop, LoopBound, Region } from "./region.ts";

/** Loops in loops, up to here. */
const deepest = 12;

/** The states of a scope with their loops, and what bounds each of them. */
export function scopeRegion(search: LoopSearch): Region {
  const { graph } = search;
  const edges = [...graph.edges.values()].flat().filter(({ target }) => graph.names.has(target));
  return regionOf([...graph.names], edges, search, 0);
}

function regionOf(
  names: readonly string[],
  edges: readonly FlowEdge[],
  search: LoopSearch,
  depth: number,
): Region {
  const targets = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const { source, target } of edges) targets.get(source)?.push(target);
  const parts = stronglyConnected(names, (name) => targets.get(name) ?? []).toReversed();
  const pieces = parts.map((part) => {
    const [only = ""] = part;
    const isLoop = part.length > 1 || targets.get(only)?.includes(only) === true;
    return isLoop ? loopOf(part, edges, search, depth) : ({ kind: "state", name: only } as const);
  });
  return { pieces, edges };
}

function loopOf(
  states: readonly string[],
  around: readonly FlowEdge[],
  search: LoopSearch,
  depth: number,
): Loop {
  const inLoop = new Set(states);
  const edges = around.filter(({ source, target }) => inLoop.has(source) && inLoop.has(target));
  const loop: Loop = { kind: "loop", states, cut: [], inside: { pieces: [], edges: [] } };
  if (depth >= deepest) return { ...loop, tooDeep: true };
  const found = saidBound(states, edges, search) ?? countedBound(states, edges, search);
  if (found === undefined) return loop;
  const cut = new Set(found.cut);
  const rest = edges.filter((edge) => !cut.has(edge));
  return { ...loop, ...found, inside: regionOf(states, rest, search, depth + 1) };
}

interface FoundBound {
  readonly bound: LoopBound;
  /** The transitions it counts. */
  readonly cut: readonly FlowEdge[];
}

/** A bound that the types file gives for one of the states: each way into that state is one visit. */
function saidBound(
  states: readonly string[],
  edges: readonly FlowEdge[],
  search: LoopSearch,
): FoundBound | undefined {
  let best: FoundBound | undefined;
  for (const name of states) {
    const pointer = siteOf(name, search)?.pointer ?? "";
    const visits = Object.hasOwn(search.bounds, pointer) ? search.bounds[pointer]?.visits : undefined;
    if (visits === undefined || visits >= (best?.bound.passes ?? Number.POSITIVE_INFINITY)) continue;
    const cut = edges.filter(({ target }) => target === name);
    best = { bound: { passes: Math.max(visits, 1), leastPasses: 1 }, cut };
  }
  return best;
}

/**
 * A counter: a number that every transition of the loop leaves alone or moves in one direction, with transitions
 * that are taken only while it is on one side of a limit. Such a transition is counted if it cannot be taken
 * twice without the number moving in between.
 */
function countedBound(
  states: readonly string[],
  edges: readonly FlowEdge[],
  search: LoopSearch,
): FoundBound | undefined {
  const guards = edges.flatMap((edge) => limitsOn(edge, search).map((limit) => ({ edge, limit })));
  const places = new Map(guards.map(({ limit }) => [placeKey(limit.place), limit.place]));
  let best: FoundBound | undefined;
  for (const [key, place] of places) {
    const found = countedAt(
      place,
      guards.filter(({ limit }) => placeKey(limit.place) === key),
      {
        states,
        edges,
        search,
      },
    );
    if (found !== undefined && found.bound.passes < (best?.bound.passes ?? Number.POSITIVE_INFINITY))
      best = found;
  }
  return best;
}

interface Guard {
  readonly edge: FlowEdge;
  readonly limit: NumberBound;
}

interface LoopEdges {
  readonly states: readonly string[];
  readonly edges: readonly FlowEdge[];
  readonly search: LoopSearch;
}

function countedAt(place: Place, guards: readonly Guard[], loop: LoopEdges): FoundBound | undefined {
  const { states, edges, search } = loop;
  const amounts = new Map<FlowEdge, number>();
  for (const edge of edges) {
    const site = siteOf(edge.source, search);
    const amount =
      site &&
      (addedAmount(place, edge, site, search.solution.world.texts) ??
        amountByWayOf(place, edge, edges, search));
    if (amount === undefined) return undefined;
    amounts.set(edge, amount);
  }
  const moves = [...amounts.values()].filter((amount) => amount !== 0);
  const up = moves.every((amount) => amount > 0);
  if (moves.length === 0 || !(up || moves.every((amount) => amount < 0))) return undefined;
  const start = startRange(place, states, edges, search);
  const from = up ? start?.least : start?.most;
  if (from === undefined || !Number.isFinite(from)) return undefined;
  const step = Math.min(...moves.map(Math.abs));
  const still = edges.filter((edge) => amounts.get(edge) === 0);
  const standing = new Map<string, number>();
  for (const [index, part] of connected(states, still).entries())
    for (const name of part) standing.set(name, index);
  const taken = new Map<FlowEdge, number>();
  for (const { edge, limit } of guards) {
    if (limit.side !== (up ? "most" : "least")) continue;
    const stands = amounts.get(edge) === 0 && standing.get(edge.source) === standing.get(edge.target);
    if (stands) continue;
    const times = timesWithin(limit, from, step, up);
    taken.set(edge, Math.min(times, taken.get(edge) ?? Number.POSITIVE_INFINITY));
  }
  if (taken.size === 0) return undefined;
  const cut = [...taken.keys()];
  const passes = 1 + [...taken.values()].reduce((sum, times) => sum + times, 0);
  const far = up ? start?.most : start?.least;
  const fewest = leastPasses({ place, states, edges, cut, amounts, from: far, up, search });
  return { bound: { passes, leastPasses: Math.min(fewest, passes), counter: placeText(place) }, cut };
}

/** How often a number that starts at `from` and moves by at least `step` each time is within the limit. */
function timesWithin({ value, inclusive }: NumberBound, from: number, step: number, up: boolean): number {
  // `States.MathAdd` rounds what it counts from, once.
  const room = up ? value - Math.floor(from) : Math.ceil(from) - value;
  if (room < 0) return 0;
  return inclusive ? Math.floor(room / step) + 1 : Math.ceil(room / step);
}

function connected(states: readonly string[], edges: readonly FlowEdge[]) {
  const targets = new Map<string, string[]>(states.map((name) => [name, []]));
  for (const { source, target } of edges) targets.get(source)?.push(target);
  return stronglyConnected(states, (name) => targets.get(name) ?? []);
}

/** What the number can be when the loop is entered: from outside of it, or by a transition of a loop around it. */
function startRange(
  place: Place,
  states: readonly string[],
  edges: readonly FlowEdge[],
  search: LoopSearch,
): { readonly least: number; readonly most: number } | undefined {
  const inside = new Set(edges.map(({ source, target }) => JSON.stringify([source, target])));
  let start: Shape = neverShape;
  for (const name of states) {
    const pointer = siteOf(name, search)?.pointer ?? "";
    for (const { source, environment } of search.entries.get(pointer) ?? []) {
      const from = source === undefined ? undefined : search.sites.states.get(source);
      const isOfScope = from?.scope === search.scope;
      if (isOfScope && inside.has(JSON.stringify([from.name, name]))) continue;
      start = join(start, shapeAtPlace(place, environment));
    }
  }
  return numberRange(start);
}

function placeText({ variable, fields }: Place): string {
  return [variable === undefined ? "the input" : `$${variable}`, ...fields].join(".");
}
