import { type DiagnosticKind, defineDiagnostic } from "@statewright/diagnostics";

/** The text is no JSON. */
export const notJson: DiagnosticKind<{ problem: string }> = defineDiagnostic({
  code: "syntax/json",
  severity: "error",
  message: ({ problem }) => problem,
  why: () => "AWS reads a definition as strict JSON.",
});

/** The text is no YAML, or holds what a definition in JSON cannot hold. */
export const notYaml: DiagnosticKind<{ problem: string }> = defineDiagnostic({
  code: "syntax/yaml",
  severity: "error",
  message: ({ problem }) => problem,
  why: () => "A definition in YAML is read as YAML 1.2, and must be data that JSON can hold.",
});

/** A small text whose aliases stand for more than anyone can read. */
export const tooManyAliases: DiagnosticKind<{ limit: number }> = defineDiagnostic({
  code: "limit/aliased-values",
  severity: "error",
  message: ({ limit }) => `The aliases stand for more than ${limit} values.`,
  why: () => "Each alias is read as if its value were written there; nothing of the definition was checked.",
  help: () => "Write what is needed without aliases that hold aliases.",
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

/** A text that is too long to be read as YAML. */
export const tooLong: DiagnosticKind<{ length: number; limit: number }> = defineDiagnostic({
  code: "limit/document-length",
  severity: "error",
  message: ({ length, limit }) => `The text has ${length} characters; as YAML at most ${limit} are read.`,
  why: () => "AWS takes definitions and templates of at most 1 MB.",
  help: () => "Write it as JSON, or split it.",
});
