import type { FlowGraph } from "./flow-graph.ts";

/**
 * The states of a scope that an execution can enter by the shape of the graph alone: no condition is asked
 * whether it can hold.
 *
 * @param targetOf which state a transition leads to; by default the one it names.
 */
export function reachableStates(
  { start, names, edges }: FlowGraph,
  targetOf: (target: string) => string | undefined = (target) => target,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const pending = [start];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const name = targetOf(next);
    if (name === undefined || reached.has(name) || !names.has(name)) continue;
    reached.add(name);
    for (const { target } of edges.get(name) ?? []) pending.push(target);
  }
  return reached;
}
