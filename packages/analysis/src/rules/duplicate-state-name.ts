import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { MachineRule, RuledState } from "./rule.ts";

/** Two states of one name in different scopes (R-STRUCT-04, R-DIAG-12). */
export const duplicateStateName: DiagnosticKind<{ name: string }> = defineDiagnostic({
  code: "structure/duplicate-state-name",
  severity: "warning",
  message: ({ name }) => `The name "${name}" is given to states of two scopes.`,
  why: () =>
    "The specification wants the names of a whole state machine to differ; histories cannot tell the two apart.",
  help: () => "Rename one of them.",
});

/** State names differ, through all scopes. */
export const duplicateStateNames: MachineRule = ({ states, scopes }) => {
  if (scopes.length < 2) return [];
  const first = new Map<string, RuledState>();
  return states.flatMap((visit) => {
    const { name, pointer } = visit;
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, visit);
      return [];
    }
    const related = [{ message: `Here "${name}" stands first.`, state: name, pointer: before.pointer }];
    return duplicateStateName.at({ state: name, pointer }, { name }, { related });
  });
};
