import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

interface ValueFacts {
  readonly subject: string;
  readonly field: string;
}

/** A value of another JSON type than the field takes. */
export const wrongType: DiagnosticKind<
  ValueFacts & { expected: string; found: string; help?: string | undefined }
> = defineDiagnostic({
  code: "structure/wrong-type",
  severity: "error",
  message: ({ subject, field, expected, found }) =>
    field === ""
      ? `${subject} must be ${expected}, but is ${found}.`
      : `\`${field}\` of ${lowered(subject)} must be ${expected}, but is ${found}.`,
  help: ({ help }) => help,
});

/** A text that is none of those the field knows. */
export const unknownValue: DiagnosticKind<
  ValueFacts & { found: string; known: readonly string[]; nearest: string | undefined }
> = defineDiagnostic({
  code: "structure/unknown-value",
  severity: "error",
  message: ({ subject, field, found }) => `\`${field}\` of ${lowered(subject)} cannot be "${found}".`,
  why: ({ known }) => `It can be: ${known.join(", ")}.`,
  help: ({ nearest }) => nearest && `Did you mean "${nearest}"?`,
});

/** A number outside of what AWS takes. */
export const outOfRange: DiagnosticKind<
  ValueFacts & { found: number; minimum: number | undefined; maximum: number | undefined }
> = defineDiagnostic({
  code: "structure/out-of-range",
  severity: "error",
  message: ({ subject, field, found }) => `\`${field}\` of ${lowered(subject)} cannot be ${found}.`,
  help: ({ minimum, maximum }) =>
    maximum === undefined
      ? `It must be ${minimum} or more.`
      : `It must be between ${minimum ?? 0} and ${maximum}.`,
});

/** A list, an object or a text that must hold something (R-PAR-01, R-CHOICE-01, R-ERR-10). */
export const emptyValue: DiagnosticKind<ValueFacts> = defineDiagnostic({
  code: "structure/empty",
  severity: "error",
  message: ({ subject, field }) => `\`${field}\` of ${lowered(subject)} is empty.`,
  help: ({ field }) => `\`${field}\` must hold at least one entry.`,
});

/** A literal point in time that AWS cannot read (R-WAIT-02, R-CHOICE-18). */
export const badTimestamp: DiagnosticKind<ValueFacts & { found: string }> = defineDiagnostic({
  code: "structure/timestamp",
  severity: "error",
  message: ({ subject, field, found }) =>
    `\`${field}\` of ${lowered(subject)} is "${found}", which is no timestamp.`,
  help: () => 'Write it with an upper-case `T` and a time zone (RFC 3339): "2026-01-31T09:00:00Z".',
});

/** `State "A"` in the middle of a sentence: `state "A"`. */
function lowered(subject: string): string {
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}
