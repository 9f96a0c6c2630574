import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface UndefinedResult {
  readonly state: string;
  readonly expression: string;
  /** It can yield a value too; this is what. */
  readonly otherwise?: string | undefined;
  readonly language?: "JSONPath";
  /** Who sets it, and the way on which nobody does. */
  readonly skipped?: { readonly field: string; readonly setBy: string; readonly way: string } | undefined;
}

/** An expression in a template that yields nothing (R-JA-16). */
export const undefinedResult: DiagnosticKind<UndefinedResult> = defineDiagnostic({
  code: "data/undefined-result",
  severity: "error",
  message: ({ state, expression, otherwise }) =>
    otherwise === undefined
      ? `\`${expression}\` in "${state}" always yields nothing.`
      : `\`${expression}\` in "${state}" can yield nothing.`,
  why: ({ otherwise, language, skipped }) => {
    const what = language === undefined ? "An expression that yields nothing" : "A path that leads nowhere";
    const error = language === undefined ? "States.QueryEvaluationError" : "States.Runtime";
    const kinds = otherwise === undefined ? "" : `It yields ${otherwise}, or nothing. `;
    const told =
      skipped === undefined || skipped.setBy === ""
        ? kinds
        : `\`${skipped.field}\` is set by ${skipped.setBy}, but ${skipped.way} skips it. `;
    return `${told}${what} fails the state with \`${error}\`.`;
  },
  help: ({ otherwise, language }) => {
    if (language !== undefined)
      return "Test it with `IsPresent` in a Choice before, or make sure it is there.";
    return otherwise === undefined
      ? "Give it a value, or leave the field out."
      : "Say what to use then: `$exists(x) ? x : null`; for a list put it in brackets: `[x]`.";
  },
});
