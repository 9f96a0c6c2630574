export { assertNever, Bug, bug } from "./bug.ts";
export { compareDiagnostics } from "./compare-diagnostics.ts";
export {
  type DiagnosticDefinition,
  type DiagnosticExtras,
  type DiagnosticKind,
  defineDiagnostic,
} from "./define-diagnostic.ts";
export type {
  AwsDiagnostic,
  Diagnostic,
  Fix,
  JsonPointer,
  Place,
  Related,
  Severity,
  TextEdit,
} from "./diagnostic.ts";
export { type Fingerprint, fingerprint, fingerprintKey } from "./fingerprint.ts";
export { inertText } from "./inert-text.ts";
export { childPointer, jsonPointer, pointerKeys } from "./json-pointer.ts";
export { nearestName } from "./nearest-name.ts";
export type { Position, Range, Span } from "./position.ts";
export { type RenderOptions, renderDiagnostics } from "./render-diagnostics.ts";
export type { CheckedFile } from "./sinks/checked-file.ts";
export { githubCommands } from "./sinks/github-commands.ts";
export type { SarifLog } from "./sinks/sarif.ts";
export { type SarifOptions, type SarifRuleText, sarifLog } from "./sinks/sarif-log.ts";
export { type SourceExcerpt, sourceExcerpt } from "./source-excerpt.ts";
export { type Summary, summary, summaryText } from "./summary.ts";
