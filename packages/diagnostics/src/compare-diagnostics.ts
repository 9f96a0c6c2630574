import type { Diagnostic, Place } from "./diagnostic.ts";

/** Orders diagnostics by file, place, code and message: a stable order that no pass decides. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    compareTexts(left.file ?? "", right.file ?? "") ||
    comparePlaces(left, right) ||
    compareTexts(left.code, right.code) ||
    compareTexts(left.message, right.message)
  );
}

function comparePlaces(left: Place, right: Place): number {
  const first = left.range?.start;
  const second = right.range?.start;
  if (first !== undefined && second !== undefined) {
    return first.line - second.line || first.character - second.character;
  }
  if (first !== undefined || second !== undefined) return first === undefined ? -1 : 1;
  return (
    compareTexts(left.pointer ?? "", right.pointer ?? "") ||
    (left.within?.start ?? 0) - (right.within?.start ?? 0)
  );
}

/** By code unit: the same on every machine, whatever its language. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
