import { childPointer, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import { intendedTargets } from "../flow/intended-target.ts";
import { reachableStates } from "../flow/reachable-states.ts";
import { awsLocation } from "./aws-location.ts";
import type { MachineRule, RuledScope } from "./rule.ts";

/** A state that no transition leads to (R-FLOW-04). */
export const unreachableState: DiagnosticKind<{ state: string; start: string }> = defineDiagnostic({
  code: "transition/unreachable",
  severity: "error",
  message: ({ state }) => `No transition leads to "${state}".`,
  why: ({ start }) => `Starting from "${start}", no execution can enter it; AWS refuses such a definition.`,
  help: () => "Add a transition to it, or remove it.",
});

/**
 * Every state can be reached from the start of its scope. One cause is one finding: it is not asked where the
 * start itself is unknown, a state could not be read or no state ends the scope (R-DIAG-10), and a misspelt
 * transition counts as one to the state that was meant.
 */
export const unreachableStates: MachineRule = ({ scopes }) => scopes.flatMap(findingsIn);

function findingsIn({ graph }: RuledScope): ReturnType<MachineRule> {
  if (graph.partial || graph.ends.size === 0 || !graph.names.has(graph.start)) return [];
  const reached = reachableStates(graph, intendedTargets(graph));
  const unreached = [...graph.names].filter((name) => !reached.has(name));
  return unreached.map((state) => {
    const pointer = childPointer(graph.pointer, "States", state);
    const message = `State "${state}" is not reachable.`;
    const aws = { code: "MISSING_TRANSITION_TARGET", location: awsLocation(pointer), message };
    return unreachableState.at({ state, pointer }, { state, start: graph.start }, { aws });
  });
}
