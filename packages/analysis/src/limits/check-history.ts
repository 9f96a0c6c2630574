import { quotas } from "@statewright/asl";
import type { Diagnostic, JsonPointer } from "@statewright/diagnostics";
import { membersOf } from "@statewright/json-types";
import { eventsOfState } from "../loops/events-of-state.ts";
import { type LoopSearch, loopText, siteOf } from "../loops/loop-search.ts";
import type { Loop, Piece, Region } from "../loops/region.ts";
import type { ScopeLoops } from "../loops/scope-loops.ts";
import { type Count, type Walk, walkRegions } from "../loops/walk-region.ts";
import type { EventRange } from "../types/facts.ts";
import type { StateSite } from "../types/machine-sites.ts";
import type { Solution } from "../types/solve.ts";
import { type HistoryEvents, historyEvents } from "./history-events.ts";
import { unboundedLoop } from "./unbounded-loop.ts";

/** What a scope writes into the history, from its start to an end. */
interface ScopeCount extends ScopeLoops {
  readonly walk: Walk;
  readonly count: Count;
}

/**
 * Bounds the history of the machine, and of each kind of child execution, and reports what passes the quota, for
 * certain or where a bound is known; and the loops that nothing bounds (R-Q-03, R-ERR-22). Express executions
 * have no such quota.
 */
export function checkHistory(
  scopes: readonly ScopeLoops[],
  solution: Solution,
  type: "STANDARD" | "EXPRESS" | undefined,
  report: (diagnostic: Diagnostic) => void,
): EventRange {
  const { sites } = solution.world;
  const items = itemCounts(solution);
  const counts = new Map<JsonPointer, ScopeCount>();
  // Inner scopes come after the ones they stand in.
  for (const loops of scopes.toReversed()) {
    const { search, region } = loops;
    const walk = walkRegions((name) => {
      const site = siteOf(name, search);
      if (site === undefined) return nothing;
      const bodies = site.bodies.map((body) => counts.get(body)?.count ?? nothing);
      return eventsOfState(site, { bodies, items: items.get(site.pointer) ?? anyNumber });
    });
    counts.set(search.scope, { ...loops, walk, count: countOf(region, walk, search) });
    if (!isExpress(search.scope, solution, type)) reportLoops(region, search, walk, report);
  }
  for (const [pointer, scope] of counts) {
    const { owner, distributed } = sites.scopes.get(pointer) ?? {};
    if (owner !== undefined && !distributed) continue;
    if (!isExpress(pointer, solution, type)) reportEvents(scope, report);
  }
  const { least, most } = plusEnds(counts.get("")?.count ?? nothing);
  return Object.freeze(Number.isFinite(most) ? { least, most } : { least });
}

const nothing: Count = { least: 0, most: 0 };
const anyNumber: Count = { least: 0, most: Number.POSITIVE_INFINITY };

/** ExecutionStarted, and how it ended. */
function plusEnds({ least, most }: Count): Count {
  return { least: least + 2, most: most + 2 };
}

function countOf(region: Region, walk: Walk, { graph }: LoopSearch): Count {
  const until = walk.until(region, (name) => name === graph.start);
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [name, count] of until) {
    if (graph.ends.has(name)) least = Math.min(least, count.least);
    most = Math.max(most, count.most);
  }
  return { least: Number.isFinite(least) ? least : 0, most };
}

/** How many items each inline Map iterates: as many as its result has. */
function itemCounts({ visits }: Solution): ReadonlyMap<JsonPointer, Count> {
  const items = new Map<JsonPointer, Count>();
  for (const { site, outcome } of visits) {
    if (site.state.Type !== "Map" || outcome.result === undefined) continue;
    const arrays = membersOf(outcome.result);
    if (!arrays.every((member) => member.kind === "array")) continue;
    items.set(site.pointer, {
      least: Math.min(...arrays.map(({ minItems }) => minItems)),
      most: Math.max(...arrays.map(({ maxItems = Number.POSITIVE_INFINITY }) => maxItems)),
    });
  }
  return items;
}

/** Whether a scope runs in an Express execution: the machine, or the child executions around it. */
function isExpress(
  scope: JsonPointer,
  { world: { sites } }: Solution,
  type: "STANDARD" | "EXPRESS" | undefined,
): boolean {
  let at: JsonPointer | undefined = scope;
  while (at !== undefined) {
    const site = sites.scopes.get(at);
    const owner: StateSite | undefined = site?.owner === undefined ? undefined : sites.states.get(site.owner);
    if (site?.distributed && owner?.state.Type === "Map")
      return owner.state.ItemProcessor.ProcessorConfig?.ExecutionType === "EXPRESS";
    at = owner?.scope;
  }
  return type === "EXPRESS";
}

function reportLoops(
  region: Region,
  search: LoopSearch,
  walk: Walk,
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const piece of region.pieces) {
    if (piece.kind === "state") continue;
    if (piece.bound !== undefined) reportLoops(piece.inside, search, walk, report);
    else if (!piece.tooDeep) reportLoop(piece, search, walk, report);
  }
}

function reportLoop(
  { states }: Loop,
  search: LoopSearch,
  walk: Walk,
  report: (diagnostic: Diagnostic) => void,
): void {
  const sites = states.flatMap((name) => siteOf(name, search) ?? []);
  const [first] = sites;
  // A loop that no data enters is told of as such.
  if (first === undefined || !sites.some(({ pointer }) => search.entered.has(pointer))) return;
  const events = states.reduce((sum, name) => sum + walk.piece({ kind: "state", name }).least, 0);
  report(
    unboundedLoop.at(
      { state: first.name, pointer: first.pointer },
      { loop: loopText(states), events, quota: quotas.historyEvents, pointer: first.pointer },
    ),
  );
}

/** What passes the quota by itself, though there may be ways around it; or else everything together. */
function reportEvents(
  { search, region, walk, count }: ScopeCount,
  report: (diagnostic: Diagnostic) => void,
): void {
  const quota = quotas.historyEvents;
  const tooLarge = region.pieces.filter((piece) => walk.piece(piece).least > quota);
  for (const piece of tooLarge)
    reportPiece(
      piece,
      search,
      { what: pieceText(piece), events: walk.piece(piece).least, certain: true },
      report,
    );
  if (tooLarge.length > 0) return;
  const { least, most } = plusEnds(count);
  const certain = least > quota;
  if (!certain && !(Number.isFinite(most) && most > quota)) return;
  const size = (piece: Piece) => walk.piece(piece)[certain ? "least" : "most"];
  const [first, ...others] = region.pieces;
  const largest = others.reduce((best, piece) => (best && size(best) >= size(piece) ? best : piece), first);
  if (largest === undefined) return;
  reportPiece(largest, search, { events: certain ? least : most, certain }, report);
}

function reportPiece(
  piece: Piece,
  search: LoopSearch,
  facts: Pick<HistoryEvents, "what" | "events" | "certain">,
  report: (diagnostic: Diagnostic) => void,
): void {
  const name = piece.kind === "state" ? piece.name : piece.states[0];
  const site = name === undefined ? undefined : siteOf(name, search);
  if (site === undefined || !search.entered.has(site.pointer)) return;
  const rounds = piece.kind === "loop" ? roundsText(piece) : undefined;
  const source = facts.what === undefined ? `Most of them come from ${pieceText(piece)}.` : undefined;
  report(
    historyEvents.at(
      { state: site.name, pointer: site.pointer },
      {
        ...facts,
        quota: quotas.historyEvents,
        reason: [source, rounds].filter((text) => text !== undefined).join(" ") || undefined,
        isMap: site.state.Type === "Map",
      },
      { severity: facts.certain ? "error" : "warning" },
    ),
  );
}

function pieceText(piece: Piece): string {
  return piece.kind === "state" ? JSON.stringify(piece.name) : `the loop ${loopText(piece.states)}`;
}

function roundsText({ bound }: Loop): string | undefined {
  if (bound === undefined) return undefined;
  const by = bound.counter === undefined ? "as the types file says" : `\`${bound.counter}\` counts them`;
  return `It goes round at most ${bound.passes} times: ${by}.`;
}
