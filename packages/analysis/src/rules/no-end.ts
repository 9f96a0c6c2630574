import { childPointer, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { MachineRule } from "./rule.ts";

/** A scope in which no state is the last one (R-FLOW-05). */
export const noEnd: DiagnosticKind<{ scope: string }> = defineDiagnostic({
  code: "transition/no-end",
  severity: "error",
  message: ({ scope }) => `No state of ${scope} is the last one.`,
  why: () => "Every execution that starts there runs for ever; AWS refuses such a definition.",
  help: () => 'Give one state `"End": true`, or add a Succeed or Fail state.',
});

/** Every scope has a state that ends it. */
export const noEnds: MachineRule = ({ scopes }) =>
  scopes.flatMap(({ graph, within }) => {
    if (graph.ends.size > 0 || graph.partial || graph.names.size === 0 || goesNowhere(graph.edges)) return [];
    const owner = within.at(-1);
    const pointer = owner === undefined ? childPointer("", "States") : graph.pointer;
    const place = owner === undefined ? { pointer } : { state: owner.name, pointer };
    const scope = owner === undefined ? "the state machine" : scopeName(owner.state.Type, owner.name);
    const aws = { code: "MISSING_END_STATE", message: "Workflow has no terminal state" };
    return noEnd.at(place, { scope }, { aws });
  });

/** A state without any way on was reported as such: its `End` may be what is missing. */
function goesNowhere(edges: ReadonlyMap<string, readonly unknown[]>): boolean {
  return [...edges.values()].some((ways) => ways.length === 0);
}

function scopeName(type: string, name: string): string {
  return type === "Parallel" ? `a branch of "${name}"` : `the processor of "${name}"`;
}
