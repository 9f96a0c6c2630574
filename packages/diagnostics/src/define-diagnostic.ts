import type { AwsDiagnostic, Diagnostic, Fix, Place, Related, Severity } from "./diagnostic.ts";

/** How a kind of finding is put into words. Call sites pass facts, never words. */
export interface DiagnosticDefinition<Facts> {
  /** `<family>/<what>`; `docs/diagnostics/<family>/<what>.md` explains it. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: (facts: Facts) => string;
  readonly why?: (facts: Facts) => string | undefined;
  readonly help?: (facts: Facts) => string | undefined;
}

/** What a call site may add to a finding. */
export interface DiagnosticExtras {
  /** Where one kind of finding is certain in one place and possible in another. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  readonly aws?: AwsDiagnostic;
}

/** A kind of finding: its code, and the way to report one. */
export interface DiagnosticKind<Facts> {
  readonly code: string;
  readonly severity: Severity;
  at(place: Place, facts: Facts, extras?: DiagnosticExtras): Diagnostic;
}

/**
 * Defines a kind of finding.
 *
 * @example
 * ```ts
 * export const unknownTarget: DiagnosticKind<{ target: string }> = defineDiagnostic({
 *   code: "transition/unknown-target",
 *   severity: "error",
 *   message: ({ target }) => `There is no state "${target}".`,
 * });
 * unknownTarget.at({ pointer: "/StartAt" }, { target: "Frist" });
 * ```
 */
export function defineDiagnostic<Facts>(definition: DiagnosticDefinition<Facts>): DiagnosticKind<Facts> {
  const { code, severity } = definition;
  return Object.freeze({
    code,
    severity,
    at(place: Place, facts: Facts, extras: DiagnosticExtras = {}): Diagnostic {
      const why = definition.why?.(facts);
      const help = definition.help?.(facts);
      return Object.freeze({
        code,
        severity: extras.severity ?? severity,
        message: definition.message(facts),
        ...(why && { why }),
        ...(help && { help }),
        ...place,
        ...(extras.related && extras.related.length > 0 && { related: extras.related }),
        ...(extras.fixes && extras.fixes.length > 0 && { fixes: extras.fixes }),
        ...(extras.aws && { aws: extras.aws }),
      });
    },
  });
}
