import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface UnboundedLoop {
  /** `"Ask" → "Enough?"`. */
  readonly loop: string;
  /** The fewest events of one round. */
  readonly events: number;
  readonly quota: number;
  /** A state for which the types file can say how often it is visited. */
  readonly pointer: string;
}

/** A loop that nothing is seen to bound: its history can pass the quota (R-Q-03, R-ERR-22). */
export const unboundedLoop: DiagnosticKind<UnboundedLoop> = defineDiagnostic({
  code: "limit/unbounded-loop",
  severity: "warning",
  message: ({ loop }) => `Nothing bounds the loop ${loop}.`,
  why: ({ events, quota }) =>
    `A round writes ${events} events or more, and a Standard execution fails at ${quota}: after ${Math.floor(quota / events)} rounds or fewer.`,
  help: ({ pointer }) =>
    `Count the rounds in a variable and leave the loop at a limit; or say in the types file how many there can be: "bounds": { ${JSON.stringify(pointer)}: { "visits": 100 } }.`,
});
