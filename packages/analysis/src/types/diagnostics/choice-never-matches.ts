import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface NeverMatches {
  readonly state: string;
  /** The text of what is compared: `$states.input.kind`. */
  readonly compared: string;
  /** What is asked of it: a value, `a string`, `less than 5`; absent where only the rule as a whole never holds. */
  readonly value?: string;
  /** What it can be, printed. */
  readonly possible?: string;
  readonly nearest?: string | undefined;
}

/** A comparison in a Choice, or a rule, that no value that gets there passes. */
export const choiceNeverMatches: DiagnosticKind<NeverMatches> = defineDiagnostic({
  code: "data/choice-never-matches",
  severity: "warning",
  message: ({ state, compared, value }) =>
    value === undefined
      ? `In "${state}" this rule on \`${compared}\` never holds.`
      : `In "${state}" \`${compared}\` is never ${value}.`,
  why: ({ compared, possible }) =>
    possible === undefined
      ? "The rules above it take everything that it would, or its parts exclude one another."
      : `\`${compared}\` is ${possible}.`,
  help: ({ value, nearest }) => {
    if (nearest !== undefined) return `Did you mean ${nearest}?`;
    return value === undefined
      ? "Move it up, or remove it."
      : "Compare it with a value it can have, or remove the rule.";
  },
});
