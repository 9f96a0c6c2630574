import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface NeverMatches {
  readonly state: string;
  /** The text of what is compared: `$states.input.kind`. */
  readonly compared: string;
  /** What it is compared with. */
  readonly value: string;
  /** What it can be, printed. */
  readonly possible: string;
  readonly nearest?: string | undefined;
}

/** A comparison in a Choice that no value that gets there passes. */
export const choiceNeverMatches: DiagnosticKind<NeverMatches> = defineDiagnostic({
  code: "data/choice-never-matches",
  severity: "warning",
  message: ({ state, compared, value }) => `In "${state}" \`${compared}\` is never ${value}.`,
  why: ({ compared, possible }) => `\`${compared}\` is ${possible}.`,
  help: ({ nearest }) =>
    nearest === undefined
      ? "Compare it with a value it can have, or remove the rule."
      : `Did you mean ${nearest}?`,
});
