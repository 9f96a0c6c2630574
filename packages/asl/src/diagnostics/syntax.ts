import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** The text is no JSON. */
export const notJson: DiagnosticKind<{ problem: string }> = defineDiagnostic({
  code: "syntax/json",
  severity: "error",
  message: ({ problem }) => problem,
  why: () => "AWS reads a definition as strict JSON.",
});

/** Two members of one object have the same key. */
export const duplicateKey: DiagnosticKind<{ key: string }> = defineDiagnostic({
  code: "syntax/duplicate-key",
  severity: "error",
  message: ({ key }) => `The field \`${key}\` stands twice in one object.`,
  why: () => "JSON keeps only one of the two; the other is lost.",
  help: () => "Rename or remove one of them.",
});

/** Containers in containers, deeper than anything reads. */
export const tooDeep: DiagnosticKind<{ limit: number }> = defineDiagnostic({
  code: "limit/nesting-depth",
  severity: "error",
  message: ({ limit }) => `The definition is nested deeper than ${limit} levels.`,
  why: () => "JSON readers, the one of AWS among them, stop there; nothing of the definition was checked.",
  help: () => "Move inner states into a state machine of their own.",
});
