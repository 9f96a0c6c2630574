import { childPointer, type Diagnostic, type JsonPointer } from "@statewright/diagnostics";
import { type FlowEdge, type FlowGraph, flowGraph } from "../flow/flow-graph.ts";
import { reachableStates } from "../flow/reachable-states.ts";
import { unreachableState } from "./diagnostics/unreachable-state.ts";
import type { Solution } from "./solve.ts";

/**
 * Reports the states that only rules lead to which never hold; what lies behind such a state follows from it and is
 * not told. A rule that merely does not hold for the data of one example still counts as a way.
 */
export function checkUnreached({ world, visits }: Solution, report: (diagnostic: Diagnostic) => void): void {
  const never = new Set<JsonPointer>(visits.flatMap(({ outcome }) => outcome.neverTaken ?? []));
  if (never.size === 0) return;
  for (const { pointer, definition } of world.sites.scopes.values()) {
    const graph = flowGraph(definition, pointer);
    const taken = reachableStates(withoutRules(graph, never));
    for (const state of reachableStates(graph)) {
      if (taken.has(state)) continue;
      const rules = [...taken].flatMap((name) =>
        (graph.edges.get(name) ?? []).filter(({ target }) => target === state),
      );
      const [rule] = rules;
      if (rule === undefined) continue;
      const at = { state, pointer: childPointer(pointer, "States", state) };
      const related = rules.map((edge) => ({
        message: `This rule of "${edge.source}" never holds.`,
        state: edge.source,
        pointer: rulePointer(edge),
      }));
      report(unreachableState.at(at, { state, source: rule.source, rules: rules.length }, { related }));
    }
  }
}

function withoutRules(graph: FlowGraph, never: ReadonlySet<JsonPointer>): FlowGraph {
  const edges = [...graph.edges].map(
    ([name, all]) => [name, all.filter((edge) => !never.has(rulePointer(edge)))] as const,
  );
  return { ...graph, edges: new Map(edges) };
}

function rulePointer({ kind, from, index = 0 }: FlowEdge): JsonPointer {
  return kind === "choice" ? childPointer(from, "Choices", index) : from;
}
