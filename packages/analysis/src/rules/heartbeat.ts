import { childPointer, type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { Rule } from "./rule.ts";

/** A heartbeat that can never be missed before the task times out (R-TASK-02). */
export const lateHeartbeat: DiagnosticKind<{ state: string; heartbeat: number; timeout: number }> =
  defineDiagnostic({
    code: "integration/heartbeat",
    severity: "error",
    message: ({ state, heartbeat, timeout }) =>
      `\`HeartbeatSeconds\` of "${state}" is ${heartbeat}, but the task times out after ${timeout} seconds.`,
    why: () => "`HeartbeatSeconds` must be smaller than `TimeoutSeconds`.",
    help: ({ timeout }) =>
      timeout > 1 ? `Use at most ${timeout - 1}, or raise \`TimeoutSeconds\`.` : "Raise `TimeoutSeconds`.",
  });

/** `HeartbeatSeconds` is smaller than `TimeoutSeconds`, where both are numbers. */
export const heartbeats: Rule = ({ ofType }) =>
  ofType.Task.flatMap(({ name, state, pointer }) => {
    const { HeartbeatSeconds: heartbeat, TimeoutSeconds: timeout } = state;
    if (typeof heartbeat !== "number" || typeof timeout !== "number" || heartbeat < timeout) return [];
    const place = { state: name, pointer: childPointer(pointer, "HeartbeatSeconds") };
    return lateHeartbeat.at(place, { state: name, heartbeat, timeout });
  });
