import type { MachineTypes } from "@statewright/asl";
import type { JsonPointer } from "@statewright/diagnostics";
import type { FlowEdge, FlowGraph } from "../flow/flow-graph.ts";
import type { Environment } from "../types/environment.ts";
import type { MachineSites, StateSite } from "../types/machine-sites.ts";
import type { Solution } from "../types/solve.ts";
import { edgeBounds } from "./edge-bounds.ts";
import type { NumberBound } from "./number-bounds.ts";

/** One scope whose loops are looked for. */
export interface LoopSearch {
  readonly scope: JsonPointer;
  readonly graph: FlowGraph;
  readonly sites: MachineSites;
  readonly solution: Solution;
  readonly bounds: NonNullable<MachineTypes["bounds"]>;
  /** The ways into each state that data takes. */
  readonly entries: ReadonlyMap<JsonPointer, readonly Entry[]>;
  /** What holds at the entry of each state. */
  readonly entered: ReadonlyMap<JsonPointer, Environment>;
}

/** A way into a state that data takes. */
export interface Entry {
  /** The state it comes from; absent for the start of the machine. */
  readonly source?: JsonPointer;
  readonly environment: Environment;
}

/** Every way into every state that data takes. */
export function entriesOf({ visits, world }: Solution): ReadonlyMap<JsonPointer, readonly Entry[]> {
  const entries = new Map<JsonPointer, Entry[]>();
  const add = (target: JsonPointer, entry: Entry) => {
    const known = entries.get(target);
    if (known === undefined) entries.set(target, [entry]);
    else known.push(entry);
  };
  const start = world.sites.scopes.get("")?.start;
  if (start !== undefined)
    add(start, { environment: { input: world.known.input, variables: Object.create(null) } });
  for (const { site, outcome } of visits)
    for (const { target, environment } of outcome.edges) add(target, { source: site.pointer, environment });
  return entries;
}

/** A state of the scope by its name. */
export function siteOf(name: string, { scope, sites }: LoopSearch): StateSite | undefined {
  const states = sites.scopes.get(scope)?.states ?? {};
  const pointer = Object.hasOwn(states, name) ? states[name] : undefined;
  return pointer === undefined ? undefined : sites.states.get(pointer);
}

/** What is certain of numbers when a transition is taken. */
export function limitsOn(edge: FlowEdge, search: LoopSearch): readonly NumberBound[] {
  const site = siteOf(edge.source, search);
  const environment = search.entered.get(site?.pointer ?? "");
  return site === undefined || environment === undefined
    ? []
    : edgeBounds(edge, site, environment, search.solution.world);
}

/** `"Ask" → "Enough?" → …`, for a message. */
export function loopText(states: readonly string[]): string {
  const shown = states.slice(0, 4).map((name) => JSON.stringify(name));
  return `${shown.join(" → ")}${states.length > shown.length ? " → …" : ""}`;
}
