import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface VariableSize {
  readonly state: string;
  readonly variable: string;
  readonly bytes: number;
  readonly quota: number;
  readonly certain: boolean;
}

/** A variable that is larger than one may be (R-VAR-14). */
export const variableSize: DiagnosticKind<VariableSize> = defineDiagnostic({
  code: "limit/variable-size",
  severity: "error",
  message: ({ state, variable, bytes, quota, certain }) =>
    `"${state}" assigns ${certain ? `at least ${bytes}` : `up to ${bytes}`} bytes to \`$${variable}\`; a variable holds at most ${quota}.`,
  help: () => "Store it, in Amazon S3 for instance, and assign a reference to it.",
});
