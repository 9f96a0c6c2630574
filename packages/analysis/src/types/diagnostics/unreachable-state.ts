import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface UnreachableState {
  readonly state: string;
  /** A Choice whose rules lead there, and how many rules there are. */
  readonly source: string;
  readonly rules: number;
}

/** A state that transitions lead to, but no data: each of them is a rule that never holds. */
export const unreachableState: DiagnosticKind<UnreachableState> = defineDiagnostic({
  code: "data/unreachable-state",
  severity: "warning",
  message: ({ state }) => `No data can lead to "${state}".`,
  why: ({ source, rules }) =>
    rules === 1
      ? `Only a rule of "${source}" goes to it, and that never holds.`
      : `Only rules go to it, and none of them ever holds.`,
  help: () => "Correct the rule, or remove the state.",
});
