import {
  type AwsDiagnostic,
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
  type JsonPointer,
} from "@statewright/diagnostics";
import { awsLocation } from "./aws-location.ts";
import type { MachineRule } from "./rule.ts";

/** Two distributed Maps of one label (R-DMAP-02). */
export const duplicateLabel: DiagnosticKind<{ label: string; state: string }> = defineDiagnostic({
  code: "structure/duplicate-label",
  severity: "error",
  message: ({ label, state }) => `The \`Label\` "${label}" of "${state}" is given to another Map already.`,
  why: () => "A label names the child executions of a Map Run: each stands once in a state machine.",
  help: () => "Give one of them another label.",
});

/** Labels of distributed Maps differ. Of one that is no name of its own yet (a placeholder) nothing is said. */
export const duplicateLabels: MachineRule = ({ ofType }) => {
  const first = new Map<string, { name: string; pointer: JsonPointer }>();
  const found: Diagnostic[] = [];
  for (const { state, name, pointer } of ofType.Map) {
    if (state.Label === undefined || state.Label.includes("${")) continue;
    if (state.ItemProcessor.ProcessorConfig?.Mode !== "DISTRIBUTED") continue;
    const at = childPointer(pointer, "Label");
    const before = first.get(state.Label);
    if (before === undefined) {
      first.set(state.Label, { name, pointer: at });
      continue;
    }
    const related = [{ message: "Here it stands first.", state: before.name, pointer: before.pointer }];
    const facts = { label: state.Label, state: name };
    found.push(
      duplicateLabel.at({ state: name, pointer: at }, facts, { related, aws: awsWords(at, state.Label) }),
    );
  }
  return found;
};

function awsWords(pointer: JsonPointer, label: string): AwsDiagnostic {
  return {
    code: "DUPLICATE_LABEL_NAME",
    location: awsLocation(pointer),
    message: `Duplicate label: ${label}`,
  };
}
