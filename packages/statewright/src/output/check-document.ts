import { type Diagnostic, type Place, type Summary, summary } from "@statewright/diagnostics";
import type { FileFindings } from "../settings/apply-settings.ts";

/** Counts errors and warnings of all files. */
export function tally(files: readonly FileFindings[]): Summary {
  return summary(files.flatMap(({ diagnostics }) => diagnostics));
}

/** The document of `check --json`: `{ files: [{ file, machine, diagnostics }], summary: { errors, warnings } }`. */
export function checkDocument(files: readonly FileFindings[]): unknown {
  return {
    files: files.map(({ file, machine, diagnostics }) => ({
      file,
      ...(machine !== undefined && { machine }),
      diagnostics: diagnostics.map((found) => diagnosticJson(found, file)),
    })),
    summary: tally(files),
  };
}

/** One finding as it stands in JSON. One of a workflow, or in another file than its input's, names its file. */
export function diagnosticJson(found: Diagnostic, input: string): unknown {
  const { code, severity, message, why, help, related, fixes, aws, emitted } = found;
  return {
    code,
    severity,
    message,
    ...(why && { why }),
    ...(help && { help }),
    ...placeJson(found, input),
    ...(emitted && { file: found.file ?? input, emitted }),
    ...(related && { related: related.map((one) => ({ message: one.message, ...placeJson(one, input) })) }),
    ...(fixes && { fixes }),
    ...(aws && { aws }),
  };
}

function placeJson({ state, pointer, file, range }: Place, input: string): object {
  return {
    ...(state !== undefined && { state }),
    ...(pointer !== undefined && { pointer }),
    ...(file !== undefined && file !== input && { file }),
    ...(range && { range }),
  };
}
