import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** A piece of an arrow function that cannot be compiled, or not for what is known of its data. */
export const unsupported: DiagnosticKind<{
  source: string;
  reason: string;
  instead: string;
  language?: "JSONPath";
}> = defineDiagnostic({
  code: "arrow/unsupported",
  severity: "error",
  message: ({ source, language }) => `\`${source}\` cannot be compiled to ${language ?? "JSONata"}.`,
  why: ({ reason }) => reason,
  help: ({ instead }) => instead,
});

/** A result that can be undefined where Step Functions needs a value (R-JA-16). */
export const undefinedResult: DiagnosticKind<{ source: string }> = defineDiagnostic({
  code: "arrow/undefined-result",
  severity: "error",
  message: ({ source }) => `\`${source}\` can be undefined, and this place needs a value.`,
  why: () => "An expression that yields nothing fails the execution with `States.QueryEvaluationError`.",
  help: () => "Add `?? null`, or another value to use instead.",
});

/** JSONata writes 15 digits of a number that has a fraction, JavaScript up to 17. */
export const digitsInText: DiagnosticKind<{ source: string }> = defineDiagnostic({
  code: "arrow/digits-in-text",
  severity: "warning",
  message: ({ source }) => `The digits of \`${source}\` can differ from JavaScript's once it is a text.`,
  why: () =>
    "JSONata writes at most 15 significant digits: `0.1 + 0.2` becomes `0.3`, not `0.30000000000000004`.",
  help: () => "Round it first: `Math.round(x * 100) / 100`.",
});

/** The same for a number that is read and not computed: it matters where it has more than 15 digits. */
export const longNumber: DiagnosticKind<{ sources: readonly string[] }> = defineDiagnostic({
  code: "arrow/long-number",
  severity: "hint",
  message: ({ sources }) =>
    `Of ${sources.map((source) => `\`${source}\``).join(", ")} at most 15 digits are written into a text.`,
  why: () =>
    "JSONata rounds a number to 15 significant digits when it becomes a text; JavaScript writes up to 17.",
  help: () =>
    "Keep identifiers as texts, or give the number's schema a maximum below 10 ** 15; prices and counts are not affected.",
});

/** `$fromMillis` has no sign and no fifth digit for a year, and a number of milliseconds has no end. */
export const distantDate: DiagnosticKind<{ source: string }> = defineDiagnostic({
  code: "arrow/distant-date",
  severity: "hint",
  message: ({ source }) =>
    `\`${source}\` can differ from JavaScript's for dates before the year 0 and after 9999.`,
  why: () =>
    "JSONata writes four digits of a year, JavaScript six and a sign for a distant one; and beyond the year 275,760 JavaScript has NaN.",
});

/** `$toMillis` takes ISO 8601 and fails on anything else. */
export const dateOfText: DiagnosticKind<{ source: string }> = defineDiagnostic({
  code: "arrow/date-of-text",
  severity: "warning",
  message: ({ source }) => `\`${source}\` fails the execution where the text is no date of ISO 8601.`,
  why: () => "JavaScript reads many notations, and yields NaN for others; JSONata raises an error.",
  help: () => "Hand on a time in milliseconds, or make sure of the notation where the text comes from.",
});

/** JSONata counts code points where JavaScript counts UTF-16 units. */
export const codePoints: DiagnosticKind<{ source: string }> = defineDiagnostic({
  code: "arrow/code-points",
  severity: "warning",
  message: ({ source }) =>
    `\`${source}\` counts characters otherwise than JavaScript where a text has emoji.`,
  why: () => "JSONata counts code points, JavaScript UTF-16 units: `😀` is one character here and two there.",
  help: () =>
    "Nothing is to be done where the text has letters, digits and signs only; switch the warning off there.",
});

/** `Number(text)` fails where JavaScript yields NaN. */
export const numberOfText: DiagnosticKind<{ source: string }> = defineDiagnostic({
  code: "arrow/number-of-text",
  severity: "warning",
  message: ({ source }) => `\`${source}\` fails the execution where the text is no number.`,
  why: () =>
    "JavaScript yields NaN (or 0 for an empty text); JSONata raises an error, and takes JSON's notation only.",
  help: () => "Declare the field as a number where it comes from, if you can.",
});

/** A `$` in a computed replacement is no pattern in JSONata. */
export const dollarInReplacement: DiagnosticKind<{ source: string }> = defineDiagnostic({
  code: "arrow/dollar-in-replacement",
  severity: "warning",
  message: ({ source }) =>
    `A \`$\` in \`${source}\` is put in as it is; JavaScript would read \`$&\` and \`$$\` as patterns.`,
  why: () => "JSONata knows no patterns in the replacement of a plain text.",
  help: () => "Use `.split(a).join(b)`, which puts it in as it is in both.",
});

/** The text checks at run time what a schema would have told. */
export const unknownType: DiagnosticKind<{ sources: readonly string[] }> = defineDiagnostic({
  code: "arrow/unknown-type",
  severity: "hint",
  message: ({ sources }) =>
    `The type of ${sources.map((source) => `\`${source}\``).join(", ")} is not known, so the expression asks for it when it runs.`,
  why: () => "TypeScript's types are gone when the workflow is compiled; only schemas are left.",
  help: () => "Give the workflow's input or the task's result a schema, and the expression becomes shorter.",
});

/** An object is one expression because a field of it may be missing (R-JA-16, R-JA-17). */
export const optionalField: DiagnosticKind<{ field: string }> = defineDiagnostic({
  code: "arrow/optional-field",
  severity: "hint",
  message: ({ field }) => `The object is written as one expression, because \`${field}\` may be missing.`,
  why: () =>
    "A field of a template must have a value; inside an expression a missing one is left out, as in JavaScript.",
  help: ({ field }) => `Add \`?? null\` to \`${field}\` to get one expression a field.`,
});
