import { nearestName } from "@statewright/diagnostics";
import type { FlowGraph } from "./flow-graph.ts";

/** Names compared in search of the nearest one; a machine that needs more has other troubles. */
const mostComparisons = 100_000;

/**
 * For a graph, the function that says which state a transition was meant to lead to: the one it names, else the
 * one whose name is nearest; nothing where there is none. After much searching it gives up.
 */
export function intendedTargets({ names }: FlowGraph): (target: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  let comparisons = 0;
  return (target) => {
    if (names.has(target)) return target;
    if (known.has(target) || comparisons > mostComparisons) return known.get(target);
    comparisons += names.size;
    const nearest = nearestName(target, names);
    known.set(target, nearest);
    return nearest;
  };
}
