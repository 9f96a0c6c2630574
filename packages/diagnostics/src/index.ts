export { assertNever, Bug, bug } from "./bug.ts";
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
export { childPointer, jsonPointer, pointerKeys } from "./json-pointer.ts";
export { nearestName } from "./nearest-name.ts";
export type { Position, Range, Span } from "./position.ts";
