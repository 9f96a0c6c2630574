import type { Diagnostic } from "./diagnostic.ts";

/** How many errors and warnings there are; hints are not counted. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
}

/** Counts diagnostics by severity. */
export function summary(diagnostics: readonly Diagnostic[]): Summary {
  const count = (severity: string): number => diagnostics.filter((each) => each.severity === severity).length;
  return { errors: count("error"), warnings: count("warning") };
}

/** The counts in words: `1 error, 2 warnings`; `no problems` when there are none. */
export function summaryText({ errors, warnings }: Summary): string {
  const parts = [counted(errors, "error"), counted(warnings, "warning")].filter((part) => part !== "");
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

function counted(number: number, noun: string): string {
  if (number === 0) return "";
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
