import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface NoChoiceMatches {
  readonly state: string;
  /** What is compared by the rules, and what of it none of them takes, printed. */
  readonly values: readonly { readonly compared: string; readonly left: string }[];
}

/** A Choice without Default that does not take everything that gets there (R-CHOICE-03). */
export const noChoiceMatches: DiagnosticKind<NoChoiceMatches> = defineDiagnostic({
  code: "data/no-choice-matches",
  severity: "warning",
  message: ({ state, values }) => {
    const when = values.map(({ compared, left }) => `\`${compared}\` is ${left}`).join(" and ");
    return `No rule of "${state}" matches when ${when}, and it has no Default.`;
  },
  why: () =>
    "An execution that gets there then fails with `States.NoChoiceMatched`, which nothing can catch.",
  help: () => "Add a rule for it, or a `Default`.",
});
