import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface VariableSize {
  readonly state: string;
  /** The variable that is too large; without it, all that one Assign assigns together. */
  readonly variable?: string | undefined;
  readonly bytes: number;
  readonly quota: number;
  /** What makes up most of it. */
  readonly dominant?: string | undefined;
  readonly certain: boolean;
}

/** A variable that is larger than one may be, or an Assign that assigns more than it may (R-VAR-14). */
export const variableSize: DiagnosticKind<VariableSize> = defineDiagnostic({
  code: "limit/variable-size",
  severity: "error",
  message: ({ state, variable, bytes, quota, certain }) => {
    const amount = `${certain ? "at least" : "up to"} ${bytes} bytes`;
    return variable === undefined
      ? `"${state}" assigns ${amount} at once; one Assign holds at most ${quota}.`
      : `"${state}" assigns ${amount} to \`$${variable}\`; a variable holds at most ${quota}.`;
  },
  why: ({ variable, dominant }) =>
    dominant === undefined || dominant === `$${variable}` ? undefined : `Most of it is \`${dominant}\`.`,
  help: () => "Store it, in Amazon S3 for instance, and assign a reference to it.",
});
