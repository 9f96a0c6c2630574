import { type Fingerprint, fingerprint, fingerprintKey } from "@statewright/diagnostics";
import type { FileFindings } from "../settings/apply-settings.ts";
import type { Baseline } from "./baseline.ts";

/** What a baseline leaves of the findings. */
export interface Comparison {
  /** The files with those findings that the baseline does not accept. */
  readonly files: readonly FileFindings[];
  /** How many findings it accepts. */
  readonly accepted: number;
  /** Accepted findings of machines that were checked, which are not there any more. */
  readonly gone: Baseline;
}

/**
 * Leaves out the findings that a baseline accepts: of each fingerprint so many as it counts.
 *
 * A machine that was not checked says nothing about its findings, so none of them counts as gone.
 */
export function applyBaseline(files: readonly FileFindings[], baseline: Baseline): Comparison {
  const left = new Map<string, number>();
  for (const { finding, count } of baseline) {
    const key = fingerprintKey(finding);
    left.set(key, (left.get(key) ?? 0) + count);
  }
  let accepted = 0;
  const rest = files.map((entry) => ({
    ...entry,
    diagnostics: entry.diagnostics.filter((found) => {
      const key = fingerprintKey(fingerprint(found, subjectOf(entry)));
      const count = left.get(key) ?? 0;
      if (count === 0) return true;
      left.set(key, count - 1);
      accepted += 1;
      return false;
    }),
  }));
  const checked = checkedMachines(files);
  const gone = distinct(baseline).flatMap((finding) => {
    const count = left.get(fingerprintKey(finding)) ?? 0;
    return count > 0 && checked.has(finding.machine) ? [{ finding, count }] : [];
  });
  return { files: rest, accepted, gone };
}

/** The baseline that accepts all of `files`, and of `older` what is about machines that are not among them. */
export function baselineOf(files: readonly FileFindings[], older: Baseline): Baseline {
  const counted = new Map<string, { readonly finding: Fingerprint; readonly count: number }>();
  const add = (finding: Fingerprint, count: number) => {
    const key = fingerprintKey(finding);
    counted.set(key, { finding, count: (counted.get(key)?.count ?? 0) + count });
  };
  const checked = checkedMachines(files);
  for (const { finding, count } of older) if (!checked.has(finding.machine)) add(finding, count);
  for (const entry of files) {
    for (const found of entry.diagnostics) add(fingerprint(found, subjectOf(entry)), 1);
  }
  return [...counted.values()];
}

function checkedMachines(files: readonly FileFindings[]): ReadonlySet<string | undefined> {
  return new Set(files.map(subjectOf));
}

/** What is about no machine is about its file: a template, or the settings. */
function subjectOf({ machine, file }: FileFindings): string {
  return machine ?? file;
}

function distinct(baseline: Baseline): readonly Fingerprint[] {
  return [...new Map(baseline.map(({ finding }) => [fingerprintKey(finding), finding])).values()];
}
