import type { MachineTypes } from "@statewright/asl";
import { flowGraph } from "../flow/flow-graph.ts";
import type { Solution } from "../types/solve.ts";
import { scopeRegion } from "./find-loops.ts";
import { entriesOf, type LoopSearch } from "./loop-search.ts";
import type { Region } from "./region.ts";

/** The loops of one scope. */
export interface ScopeLoops {
  readonly search: LoopSearch;
  readonly region: Region;
}

/** The loops of every scope of a machine, outer scopes first. */
export function scopeLoops(
  solution: Solution,
  { bounds = {} }: Pick<MachineTypes, "bounds">,
): readonly ScopeLoops[] {
  const { sites } = solution.world;
  const entries = entriesOf(solution);
  const entered = new Map(solution.visits.map(({ site, environment }) => [site.pointer, environment]));
  return [...sites.scopes.values()].map(({ pointer, definition }) => {
    const graph = flowGraph(definition, pointer);
    const search = { scope: pointer, graph, sites, solution, bounds, entries, entered };
    return { search, region: scopeRegion(search) };
  });
}
