import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

export interface UnknownField {
  readonly state: string;
  readonly field: string;
  /** The text of what is read: `$states.input.order`. */
  readonly owner: string;
  /** What is there, printed. */
  readonly present: string;
  /** The state that wrote it. */
  readonly writer?: string | undefined;
  readonly nearest?: string | undefined;
  /** Why it is not there though one may expect it, and what to do. */
  readonly lost?: { readonly why: string; readonly help: string } | undefined;
  /** The whole expression yields nothing then; otherwise only a part of it. */
  readonly fails: boolean;
}

/** A field that nothing that gets there has (R-JA-16, R-JA-17). */
export const unknownField: DiagnosticKind<UnknownField> = defineDiagnostic({
  code: "data/unknown-field",
  severity: "error",
  message: ({ state, field, owner, fails }) =>
    `"${state}" reads \`${field}\`, but \`${owner}\` has no such field${fails ? "" : ", so the part that reads it yields nothing"}.`,
  why: ({ owner, present, writer, lost }) => {
    const origin = writer === undefined ? `\`${owner}\` is` : `\`${owner}\` comes from "${writer}":`;
    return `${origin} ${present}.${lost === undefined ? "" : ` ${lost.why}`}`;
  },
  help: ({ nearest, fails, lost }) =>
    nearest === undefined && lost !== undefined
      ? lost.help
      : nearest === undefined
        ? fails
          ? "Read a field that is there; an expression that yields nothing fails the state."
          : "Read a field that is there, or test it with `$exists(…)` first."
        : `Did you mean \`${nearest}\`?`,
});
