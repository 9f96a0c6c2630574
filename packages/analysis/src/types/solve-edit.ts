import type { StateMachine } from "@statewright/asl";
import { childPointer, type JsonPointer } from "@statewright/diagnostics";
import { type AnalysisMemo, rememberAgain } from "./analysis-memo.ts";
import { type Environment, includesEnvironment, joinEnvironments } from "./environment.ts";
import type { KnownShapes } from "./known-shapes.ts";
import type { MachineSites, StateSite } from "./machine-sites.ts";
import { sameData } from "./same-data.ts";
import {
  keepWays,
  type Solution,
  type SolvedVisit,
  type Solving,
  solutionOf,
  transferred,
  worldOf,
} from "./solve.ts";
import { visitKey } from "./visiting-order.ts";
import type { Edge, WayInto, World } from "./world.ts";

interface Editing {
  readonly before: Solving;
  readonly after: Solving;
  readonly world: World;
  readonly changed: Map<string, SolvedVisit>;
  /** The last place of the loops that reach over each place. */
  readonly loops: readonly boolean[];
}

/**
 * The fixed point after an edit of the data that some states make, from that before it: these states are visited
 * again, and those whose input changes by it. Nothing where that might not come to what a whole search comes to: in
 * loops and behind them, where the order of the visits counts, and inside of Parallel and Map states.
 */
export function solveEdit(
  { solving: before, world: worldBefore }: Solution,
  machine: StateMachine,
  edited: readonly string[],
  known: KnownShapes,
  memo: AnalysisMemo,
): Solution | undefined {
  if (before.transfersLeft <= 0) return undefined;
  const sites = editedSites(before.sites, machine, edited);
  const after: Solving = {
    ...before,
    sites,
    memo,
    entered: new Map(before.entered),
    ways: new Map(before.ways),
    solved: [...before.solved],
    dirty: before.dirty.map(() => false),
  };
  const world = worldOf(after, known, worldBefore);
  const editing = { before, after, world, changed: new Map<string, SolvedVisit>(), loops: loopsIn(before) };
  for (const name of edited) {
    const place = before.order.places.get(childPointer("", "States", name));
    if (place !== undefined) after.dirty[place] = true;
  }
  for (const [place, visit] of after.solved.entries()) if (visit?.looksBack) after.dirty[place] = true;
  for (let place = 0; place < after.dirty.length; place += 1)
    if (after.dirty[place] && !visitAgain(place, editing)) return undefined;
  rememberAgain(memo, editing.changed, world);
  return solutionOf({ ...after, dirty: before.dirty }, world);
}

/** The sites of a machine that differs in the data of some of its own states. */
function editedSites(
  { states, scopes }: MachineSites,
  machine: StateMachine,
  edited: readonly string[],
): MachineSites {
  const after = new Map(states);
  for (const name of edited) {
    const pointer = childPointer("", "States", name);
    const site = states.get(pointer);
    const state = machine.States[name];
    if (site !== undefined && state !== undefined) after.set(pointer, { ...site, state });
  }
  const whole = scopes.get("");
  const replaced = whole === undefined ? scopes : new Map(scopes).set("", { ...whole, definition: machine });
  return { states: after, scopes: replaced };
}

/** Whether that was all: what it hands on is known to lead to the same as a whole search. */
function visitAgain(place: number, editing: Editing): boolean {
  const { before, after, world, changed } = editing;
  const visit = after.order.visits[place];
  const was = before.solved[place];
  const site = visit && after.sites.states.get(visit.state);
  const environment = visit && after.entered.get(visit.state);
  // No data reaches it, before and after.
  if (visit === undefined || site === undefined || environment === undefined || was === undefined)
    return was === undefined;
  if (!isPlain(place, site, editing)) return false;
  const now = transferred(visit, site, environment, world);
  after.solved[place] = now;
  changed.set(visitKey(visit), now);
  const edges = was.outcome.edges;
  const others = now.outcome.edges;
  if (edges.length !== others.length || now.outcome.itemContext !== undefined) return false;
  if (!sameData(was.outcome.neverTaken, now.outcome.neverTaken)) return false;
  const targets = new Set<JsonPointer>();
  for (const [index, edge] of others.entries()) {
    const old = edges[index];
    if (old?.target !== edge.target || old.via !== edge.via) return false;
    if (!sameData(old.environment, edge.environment)) targets.add(edge.target);
  }
  replaceWays(site, place, others, after);
  for (const target of targets) if (!enterAgain(target, editing)) return false;
  return true;
}

/** A visit of a state of the machine itself that was made once, and is in no loop. */
function isPlain(place: number, site: StateSite, { before, loops }: Editing): boolean {
  return before.visited[place] === 1 && !loops[place] && site.scope === "" && site.bodies.length === 0;
}

function replaceWays(site: StateSite, place: number, edges: readonly Edge[], { ways }: Solving): void {
  for (const { target } of edges) ways.set(target, new Map(ways.get(target)));
  keepWays(site, place, edges, { ways });
}

/** What is there when a state is entered, put together again from all ways into it. */
function enterAgain(target: JsonPointer, { before, after, loops }: Editing): boolean {
  const place = before.order.places.get(target);
  const old = before.entered.get(target);
  if (place === undefined || old === undefined || loops[place]) return false;
  const joined = joinOfWays(after.ways.get(target), before);
  if (joined === undefined) return false;
  if (sameData(joined, old)) {
    after.entered.set(target, old);
    return true;
  }
  after.entered.set(target, joined);
  after.dirty[place] = true;
  return true;
}

/** Each way led there once, in the order of the visits. */
function joinOfWays(
  ways: ReadonlyMap<number, readonly WayInto[]> | undefined,
  { visited }: Solving,
): Environment | undefined {
  let joined: Environment | undefined;
  for (const [place, into] of [...(ways ?? [])].sort(([left], [right]) => left - right)) {
    if (visited[place] !== 1) return undefined;
    for (const { edge } of into)
      if (joined === undefined) joined = edge.environment;
      else if (!includesEnvironment(joined, edge.environment))
        joined = joinEnvironments(joined, edge.environment);
  }
  return joined;
}

/** The places that lie between the two ends of a way back; all states of loops are among them. */
function loopsIn({ ways, order }: Solving): readonly boolean[] {
  const ends = order.visits.map(() => -1);
  for (const [target, into] of ways) {
    const place = order.places.get(target) ?? 0;
    for (const last of into.keys()) if (last > (ends[place] ?? 0)) ends[place] = last;
    if (into.has(place)) ends[place] = Math.max(place, ends[place] ?? 0);
  }
  let reached = -1;
  return ends.map((end, place) => {
    reached = Math.max(reached, end);
    return place <= reached;
  });
}
