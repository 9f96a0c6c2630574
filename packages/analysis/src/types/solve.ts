import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import { isAssignable, join, neverShape, type Shape, unknownShape, widen } from "@statewright/json-types";
import {
  type AnalysisMemo,
  keepMemo,
  prepareMemo,
  remember,
  remembered,
  rememberedEnvironment,
} from "./analysis-memo.ts";
import { assigningScopes } from "./assigning-scopes.ts";
import { partsOf } from "./bounded-shape.ts";
import {
  type Environment,
  includesEnvironment,
  joinEnvironments,
  noVariables,
  widenChanges,
} from "./environment.ts";
import { expressionTexts } from "./expression-texts.ts";
import type { PlaceFacts } from "./facts.ts";
import { failingWork } from "./failing-work.ts";
import type { KnownShapes } from "./known-shapes.ts";
import type { MachineSites, StateSite } from "./machine-sites.ts";
import { transfer } from "./transfer/registry.ts";
import { type Visit, type VisitingOrder, visitingOrder, visitKey } from "./visiting-order.ts";
import type { Edge, Outcome, WayInto, World } from "./world.ts";

/** The fixed point: what holds at the entry of each state, and what each scope returns. */
export interface Solution {
  readonly world: World;
  readonly visits: readonly SolvedVisit[];
  readonly solving: Solving;
}

/** A visit with what holds there, what it leads to and what is wrong with it. */
export interface SolvedVisit {
  readonly site: StateSite;
  readonly environment: Environment;
  readonly outcome: Outcome;
  readonly diagnostics: readonly Diagnostic[];
  readonly places: ReadonlyMap<JsonPointer, PlaceFacts>;
  /** What is said of it depends on what leads to it, not only on what is there when it is entered. */
  readonly looksBack: boolean;
}

/** After so many changes at the head of a loop, what it holds is made wider; later it is forgotten. */
const changesBeforeWidening = 2;
const changesBeforeForgetting = 5;
/** Visits, for each there is, after which whatever still changes is forgotten: loops that cross one another. */
const visitsForEach = 12;
/** Changes of what is not entered but joined from several places. */
const mostChanges = 100;
/** Data that a loop makes larger than this has no end. */
const mostParts = 500;

/** The state of the search for a fixed point; at its end, all that the next analysis can start from. */
export interface Solving {
  readonly sites: MachineSites;
  readonly order: VisitingOrder;
  readonly entered: Map<JsonPointer, Environment>;
  readonly outputs: Map<JsonPointer, Shape>;
  readonly items: Map<JsonPointer, Shape>;
  readonly dirty: boolean[];
  readonly changes: Map<string, number>;
  transfersLeft: number;
  /** How often each visit was made. */
  readonly visited: number[];
  /** Into each state, by the place in the order of the visit that leads there. */
  readonly ways: Map<JsonPointer, Map<number, readonly WayInto[]>>;
  /** By place in the order; each round puts what it finds in the place of what was found before. */
  readonly solved: (SolvedVisit | undefined)[];
  readonly memo: AnalysisMemo | undefined;
}

/**
 * Finds what can be there in every state: the join over all ways into it, to a fixed point.
 *
 * The states are visited in an order in which one round is enough without loops. A loop ends since what its
 * head holds is widened after a few rounds, and then forgotten.
 */
export function solve(sites: MachineSites, known: KnownShapes, memo?: AnalysisMemo): Solution {
  const order = visitingOrder(sites);
  const solving: Solving = {
    sites,
    order,
    entered: new Map(),
    outputs: new Map(),
    items: new Map(),
    dirty: order.visits.map(() => false),
    visited: order.visits.map(() => 0),
    changes: new Map(),
    transfersLeft: order.visits.length * visitsForEach,
    ways: new Map(),
    solved: order.visits.map(() => undefined),
    memo,
  };
  const world = worldOf(solving, known);
  if (memo !== undefined) prepareMemo(memo, sites, world);
  const start = sites.scopes.get("")?.start;
  if (start !== undefined) enter(start, { input: known.input, variables: noVariables }, -1, solving);
  while (solving.dirty.includes(true)) round(solving, world);
  if (memo !== undefined) keepMemo(memo);
  return solutionOf(solving, world);
}

/** What was found, to be asked. */
export function solutionOf(solving: Solving, world: World): Solution {
  return { world, visits: solving.solved.filter((visit) => visit !== undefined), solving };
}

/** What transfers can ask of what is known yet. `alike`: of a machine that assigns and fails in the same places. */
export function worldOf(
  { sites, outputs, items, entered, ways }: Solving,
  known: KnownShapes,
  alike?: World,
): World {
  return {
    sites,
    known,
    texts: expressionTexts(),
    assigning: alike?.assigning ?? assigningScopes(sites),
    failing: alike?.failing ?? failingWork(sites),
    bodyOutput: (scope) => outputs.get(scope) ?? neverShape,
    waysInto: (state) => [...(ways.get(state)?.values() ?? [])].flat(),
    enteredWith: (state) => entered.get(state),
    itemIn: (scope) => itemIn(scope, sites, items),
    report: () => {},
    note: () => {},
  };
}

/** The innermost iteration around a scope (R-CTX-03). */
function itemIn(
  scope: JsonPointer,
  sites: MachineSites,
  items: ReadonlyMap<JsonPointer, Shape>,
): Shape | undefined {
  let at: JsonPointer | undefined = scope;
  while (at !== undefined) {
    const item = items.get(at);
    if (item !== undefined) return item;
    const owner: JsonPointer | undefined = sites.scopes.get(at)?.owner;
    at = owner === undefined ? undefined : sites.states.get(owner)?.scope;
  }
  return undefined;
}

function round(solving: Solving, world: World): void {
  for (const [place, visit] of solving.order.visits.entries()) {
    if (!solving.dirty[place]) continue;
    solving.dirty[place] = false;
    solving.transfersLeft -= 1;
    solving.visited[place] = (solving.visited[place] ?? 0) + 1;
    const site = solving.sites.states.get(visit.state);
    const environment = solving.entered.get(visit.state);
    if (site === undefined || environment === undefined) continue;
    solving.solved[place] = solvedVisit(visit, site, environment, solving, world);
    const { outcome } = solving.solved[place];
    keepWays(site, place, outcome.edges, solving);
    for (const edge of outcome.edges) enter(edge.target, edge.environment, place, solving);
    if (outcome.ends !== undefined) endScope(site.scope, outcome.ends, solving);
    if (outcome.itemContext !== undefined) {
      const { scope, shape } = outcome.itemContext;
      setItem(scope, shape, solving);
    }
  }
}

function solvedVisit(
  visit: Visit,
  site: StateSite,
  environment: Environment,
  { memo }: Solving,
  world: World,
): SolvedVisit {
  const key = visitKey(visit);
  const solved =
    remembered(memo, key, site, environment, world) ?? transferred(visit, site, environment, world);
  remember(memo, key, solved, world);
  return solved;
}

/** What a visit leads to. */
export function transferred(
  visit: Visit,
  site: StateSite,
  environment: Environment,
  world: World,
): SolvedVisit {
  const diagnostics: Diagnostic[] = [];
  let looksBack = false;
  const places = new Map<JsonPointer, PlaceFacts>();
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const note = (pointer: JsonPointer, facts: PlaceFacts) => noteIn(places, pointer, facts);
  const waysInto = (state: JsonPointer) => {
    looksBack = true;
    return world.waysInto(state);
  };
  const enteredWith = (state: JsonPointer) => {
    looksBack = true;
    return world.enteredWith(state);
  };
  const heard = { ...world, report, note, waysInto, enteredWith };
  const outcome = transfer(visit.phase, { site, environment }, heard);
  return { site, environment, outcome, diagnostics, places, looksBack };
}

/** Keeps the ways on from a visit by where they lead. */
export function keepWays(
  from: StateSite,
  place: number,
  edges: readonly Edge[],
  { ways }: Pick<Solving, "ways">,
): void {
  const byTarget = new Map<JsonPointer, WayInto[]>();
  for (const edge of edges) {
    const before = byTarget.get(edge.target);
    if (before === undefined) byTarget.set(edge.target, [{ from, edge }]);
    else before.push({ from, edge });
  }
  for (const [target, into] of byTarget) {
    const known = ways.get(target);
    if (known === undefined) ways.set(target, new Map([[place, into]]));
    else known.set(place, into);
  }
}

/** A place can be evaluated for several values: it holds all of them. */
function noteIn(places: Map<JsonPointer, PlaceFacts>, pointer: JsonPointer, facts: PlaceFacts): void {
  const before = places.get(pointer);
  const both = before === undefined ? facts : { ...facts, shape: join(before.shape, facts.shape) };
  places.set(pointer, Object.freeze(both));
}

function enter(target: JsonPointer, environment: Environment, from: number, solving: Solving): void {
  const before = solving.entered.get(target);
  if (before !== undefined && includesEnvironment(before, environment)) return;
  const place = solving.order.places.get(target) ?? -1;
  const after =
    before === undefined ? environment : joined(before, environment, target, place <= from, solving);
  solving.entered.set(target, rememberedEnvironment(solving.memo, target, after));
  markEntered(target, solving);
}

/** Only the way back into the head of a loop widens: a state where many ways meet keeps what they bring. */
function joined(
  before: Environment,
  environment: Environment,
  target: JsonPointer,
  isBack: boolean,
  solving: Solving,
): Environment {
  const both = joinEnvironments(before, environment);
  const exhausted = solving.transfersLeft <= 0;
  const count = isBack ? countChange(target, solving) : 0;
  if (!exhausted && count <= changesBeforeWidening) return both;
  const grown = partsOf(both.input) > mostParts;
  return widenChanges(before, both, exhausted || grown || count > changesBeforeForgetting);
}

function endScope(scope: JsonPointer, output: Shape, solving: Solving): void {
  const before = solving.outputs.get(scope) ?? neverShape;
  if (isAssignable(output, before)) return;
  solving.outputs.set(scope, settled(`${scope}#output`, join(before, output), solving));
  const owner = solving.sites.scopes.get(scope)?.owner;
  if (owner !== undefined) mark({ state: owner, phase: "leave" }, solving);
}

function setItem(scope: JsonPointer, item: Shape, solving: Solving): void {
  const before = solving.items.get(scope) ?? neverShape;
  if (isAssignable(item, before)) return;
  solving.items.set(scope, settled(`${scope}#item`, join(before, item), solving));
  for (const { state } of solving.order.visits)
    if (state.startsWith(`${scope}/`) && solving.entered.has(state)) markEntered(state, solving);
}

/** What is not entered but joined from several places ends as well: by its number of changes alone. */
function settled(key: string, joined: Shape, solving: Solving): Shape {
  const count = countChange(key, solving);
  if (solving.transfersLeft <= 0 || count > mostChanges) return unknownShape;
  return count > mostChanges / 2 ? widen(joined) : joined;
}

function countChange(key: string, { changes }: Solving): number {
  const count = (changes.get(key) ?? 0) + 1;
  changes.set(key, count);
  return count;
}

function markEntered(state: JsonPointer, solving: Solving): void {
  mark({ state, phase: "enter" }, solving);
  if (solving.sites.states.get(state)?.bodies.length) mark({ state, phase: "leave" }, solving);
}

function mark(visit: Visit, { dirty, order }: Solving): void {
  const place = order.places.get(visitKey(visit));
  if (place !== undefined) dirty[place] = true;
}
