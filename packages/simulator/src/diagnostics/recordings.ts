import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** A place in a recording or a history that is not what it should be. */
export interface BrokenRecording {
  /** What was read: "recording", "history". */
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  readonly help?: string;
}

export const brokenRecording: DiagnosticKind<BrokenRecording> = defineDiagnostic({
  code: "simulate/broken-recording",
  severity: "error",
  message: ({ what, expected, found }) =>
    `This is no ${what} that can be read: it has ${found}, where ${expected} belongs.`,
  help: ({ help }) =>
    help ??
    "`statewright replay --from-aws DESCRIBE.json HISTORY.json` makes a recording of what `describe-execution` and `get-execution-history` print.",
});
