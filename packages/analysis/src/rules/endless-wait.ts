import {
  childPointer,
  type Diagnostic,
  type DiagnosticKind,
  defineDiagnostic,
} from "@statewright/diagnostics";
import { integrationOf } from "@statewright/services";
import { executionOf } from "./express-patterns.ts";
import type { Rule } from "./rule.ts";

/** A task that waits for somebody and sets no bound (R-DIAG-13, R-PAT-02). */
export const endlessWait: DiagnosticKind<{ state: string; what: string }> = defineDiagnostic({
  code: "integration/endless-wait",
  severity: "hint",
  message: ({ state, what }) => `"${state}" waits for ${what}, and has no timeout.`,
  why: () => "When the answer never comes, the execution stays open for up to a year.",
  help: () => "Set `TimeoutSeconds`, or `HeartbeatSeconds`, and catch `States.Timeout`.",
});

/** Callbacks and activities have a timeout or a heartbeat. */
export const endlessWaits: Rule = ({ ofType, type }) => {
  const found: Diagnostic[] = [];
  for (const visit of ofType.Task) {
    const { state, name, pointer } = visit;
    const bounded =
      state.TimeoutSeconds ??
      state.TimeoutSecondsPath ??
      state.HeartbeatSeconds ??
      state.HeartbeatSecondsPath;
    // A placeholder for the seconds is kept beside the model.
    if (bounded !== undefined || state.unknownFields !== undefined) continue;
    const { kind, pattern } = integrationOf(state.Resource);
    const what =
      pattern === "waitForTaskToken" ? "a callback" : kind === "activity" ? "an activity" : undefined;
    // An Express execution cannot wait at all, which was said.
    if (what === undefined || executionOf(visit, { type })?.startsWith("EXPRESS") === true) continue;
    found.push(
      endlessWait.at({ state: name, pointer: childPointer(pointer, "Resource") }, { state: name, what }),
    );
  }
  return found;
};
