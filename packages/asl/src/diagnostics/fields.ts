import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";
import type { QueryLanguage } from "../model/state-machine.ts";

interface FieldFacts {
  /** What has the field, as a sentence begins: `State "Charge"`. */
  readonly subject: string;
  readonly field: string;
}

/** A field that must stand does not (R-STRUCT-01, R-FLOW-01). */
export const missingField: DiagnosticKind<{
  subject: string;
  fields: readonly string[];
  why?: string | undefined;
}> = defineDiagnostic({
  code: "structure/missing-field",
  severity: "error",
  message: ({ subject, fields }) => `${subject} has no ${listed(fields, "and no")}.`,
  why: ({ why }) => why,
  help: ({ fields }) => `Add ${listed(fields, "and")}.`,
});

/** A field that nothing in the language is called. */
export const unknownField: DiagnosticKind<
  FieldFacts & { nearest: string | undefined; known: readonly string[] }
> = defineDiagnostic({
  code: "structure/unknown-field",
  severity: "error",
  message: ({ subject, field }) => `${subject} has a field \`${field}\`, which does not exist.`,
  why: ({ known }) => `Its fields can be: ${known.join(", ")}.`,
  help: ({ nearest }) => nearest && `Did you mean \`${nearest}\`?`,
});

/** A field of the language in an object that does not take it (R-FIELD-01, R-QL-03). */
export const unsupportedField: DiagnosticKind<FieldFacts & { help: string | undefined }> = defineDiagnostic({
  code: "structure/unsupported-field",
  severity: "error",
  message: ({ subject, field }) => `${subject} cannot have the field \`${field}\`.`,
  why: () => "AWS refuses a definition with a field where it is not supported.",
  help: ({ help }) => help,
});

/** A field of JSONPath in a JSONata state, or the other way round (R-QL-05, R-QL-06). */
export const otherQueryLanguage: DiagnosticKind<
  FieldFacts & { language: QueryLanguage; other: QueryLanguage; instead: string | undefined }
> = defineDiagnostic({
  code: "structure/other-query-language",
  severity: "error",
  message: ({ subject, field, language, other }) =>
    `${subject} uses ${language}, but its field \`${field}\` exists in ${other} alone.`,
  why: ({ language }) =>
    language === "JSONPath"
      ? "A state uses JSONPath unless `QueryLanguage` of the state or of the state machine says JSONata."
      : "`QueryLanguage` of the state, or else of the state machine, says JSONata.",
  help: ({ instead }) => instead && `In this language it is \`${instead}\`.`,
});

/** Fields that exclude one another (R-FIELD-02, R-FLOW-01, R-WAIT-01). */
export const conflictingFields: DiagnosticKind<{ subject: string; fields: readonly string[] }> =
  defineDiagnostic({
    code: "structure/conflicting-fields",
    severity: "error",
    message: ({ subject, fields }) => `${subject} has ${listed(fields, "and")}, of which only one may stand.`,
    help: ({ fields }) => `Keep one of ${listed(fields, "and")}.`,
  });

/** A field that does nothing, or fails, on a Map that is not distributed (R-MAP-01). */
export const inlineMapField: DiagnosticKind<FieldFacts> = defineDiagnostic({
  code: "structure/inline-map-field",
  severity: "warning",
  message: ({ subject, field }) => `${subject} has \`${field}\`, which works in a distributed Map alone.`,
  why: () => "AWS accepts it here, but ignores it or fails when the state runs.",
  help: () =>
    'Set `"ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }`, or remove it.',
});

function listed(fields: readonly string[], and: string): string {
  const quoted = fields.map((field) =>
    field
      .split("|")
      .map((name) => `\`${name}\``)
      .join(" or "),
  );
  const last = quoted.at(-1) ?? "";
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(", ")} ${and} ${last}`;
}
