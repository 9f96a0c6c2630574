import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** A state machine of a template whose definition does not stand in it. */
export const unreadDefinition: DiagnosticKind<{ logicalId: string }> = defineDiagnostic({
  code: "syntax/unread-definition",
  severity: "hint",
  message: ({ logicalId }) =>
    `The definition of "${logicalId}" does not stand in this template, and was not checked.`,
  why: () => "It comes from S3, from a function that gives no literal text, or it is missing.",
  help: () => "Write it as `Definition`, or name its file with `DefinitionUri`.",
});
