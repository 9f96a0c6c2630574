import { type AnalyzeOptions, sureFixes } from "@statewright/analysis";
import { type MachineDocument, readMachine } from "@statewright/asl";
import type { Diagnostic, Fix } from "@statewright/diagnostics";

/**
 * The findings of reading a text, with those of their fixes that are sure.
 *
 * Whether a fix is sure is tried on the machine as data, with its edits as they were found there: those of `found`
 * have their places and are written for them, in YAML or inside of a string of a template.
 */
export function withSureReadFixes(
  document: MachineDocument,
  found: readonly Diagnostic[],
  options: AnalyzeOptions,
): readonly Diagnostic[] {
  if (!found.some(({ fixes }) => fixes !== undefined)) return found;
  const value = document.value ?? null;
  const sure = new Map<string, readonly Fix[]>();
  for (const finding of sureFixes(value, readMachine(value).diagnostics, options)) {
    sure.set(keyOf(finding), finding.fixes ?? []);
  }
  return found.map((finding) => {
    const { fixes, ...rest } = finding;
    if (fixes === undefined) return finding;
    const titles = sure.get(keyOf(finding))?.map(({ title }) => title) ?? [];
    const kept = fixes.filter(({ title }) => titles.includes(title));
    return Object.freeze(kept.length === 0 ? rest : { ...rest, fixes: kept });
  });
}

function keyOf({ code, pointer, message }: Diagnostic): string {
  return JSON.stringify([code, pointer, message]);
}
