import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface HistoryEvents {
  /** `"Each"`, or `the loop "Ask" → "Enough?"`; absent for the whole execution. */
  readonly what?: string | undefined;
  readonly events: number;
  readonly quota: number;
  readonly certain: boolean;
  /** What most of them come from. */
  readonly reason?: string | undefined;
  readonly isMap: boolean;
}

/** A history that passes the quota of events (R-Q-03, R-ERR-22). */
export const historyEvents: DiagnosticKind<HistoryEvents> = defineDiagnostic({
  code: "limit/history-events",
  severity: "error",
  message: ({ what = "An execution", events, quota, certain }) =>
    certain
      ? `${upper(what)} writes at least ${events} events into the history; a Standard execution fails at ${quota}.`
      : `${upper(what)} can write ${events} events into the history; a Standard execution fails at ${quota}.`,
  why: ({ reason }) => reason,
  help: ({ isMap }) =>
    isMap
      ? "Let the Map run its items in child executions: `ProcessorConfig: { Mode: 'DISTRIBUTED' }`."
      : "Move a part of the work into executions of its own, or lower the limit of the loop.",
});

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
