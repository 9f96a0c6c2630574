import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface PayloadSize {
  readonly state: string;
  /** What is too large: `The output`. */
  readonly what: string;
  readonly bytes: number;
  readonly quota: number;
  /** The field that makes up most of it. */
  readonly dominant?: string | undefined;
  readonly certain: boolean;
}

/** Data that passes the payload quota (R-Q-01, R-ERR-25). */
export const payloadSize: DiagnosticKind<PayloadSize> = defineDiagnostic({
  code: "limit/payload-size",
  severity: "error",
  message: ({ state, what, bytes, quota, certain }) =>
    certain
      ? `${what} of "${state}" is at least ${bytes} bytes; Step Functions carries at most ${quota}.`
      : `${what} of "${state}" can be ${bytes} bytes; Step Functions carries at most ${quota}.`,
  why: ({ dominant }) => (dominant === undefined ? undefined : `Most of it is \`${dominant}\`.`),
  help: () => "Store it, in Amazon S3 for instance, and pass a reference to it.",
});
