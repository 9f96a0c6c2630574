import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** The version of the `jsonata` package that expressions are evaluated with besides. */
export const referenceName = "jsonata 2.0.6";

/** An expression of which the two engines make different things. */
export interface Difference {
  readonly state: string;
  readonly field: string;
  readonly text: string;
  readonly own: string;
  readonly reference: string;
  /** Why the package is known to differ here, as the end of a sentence about it. */
  readonly known?: string | undefined;
}

export const difference: DiagnosticKind<Difference> = defineDiagnostic({
  code: "simulate/cross-check",
  severity: "error",
  message: ({ state, field, own, reference }) =>
    `\`${field}\` of "${state}" gave ${own} here, and ${reference} with ${referenceName}.`,
  why: ({ text }) => `The expression is \`${text}\``,
  help: ({ known }) =>
    known === undefined
      ? "No such difference is known: please report it."
      : `This is known of ${referenceName}: ${known}.`,
});
