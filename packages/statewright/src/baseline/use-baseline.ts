import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { isProblem, type Problem } from "../command-line/problem.ts";
import { readJson } from "../inputs/read-json.ts";
import { writeWhole } from "../output/write-whole.ts";
import type { FileFindings } from "../settings/apply-settings.ts";
import { inertLine } from "../terminal/inert-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { applyBaseline, baselineOf } from "./apply-baseline.ts";
import { asBaseline, type Baseline, baselineText } from "./baseline.ts";

/**
 * Leaves out what the baseline in `file` accepts. Where there is no such file, or with `update`, all findings are
 * accepted and written there. What was done is said on standard error.
 */
export async function useBaseline(
  file: string,
  files: readonly FileFindings[],
  update: boolean,
  terminal: Terminal,
): Promise<readonly FileFindings[] | Problem> {
  const path = resolve(terminal.cwd, file);
  const there = existsSync(path);
  const older = there ? await readBaseline(file, terminal) : [];
  if (isProblem(older)) return older;
  if (there && !update) return compared(file, files, older, terminal);
  const baseline = baselineOf(files, older);
  // A link stays one: the file that it leads to is written.
  const target = there ? await realpath(path) : path;
  const failed = await writeWhole({ path: target, shown: file, text: baselineText(baseline) });
  if (failed !== undefined) return failed;
  const verb = there ? "updated" : "created";
  note(terminal, `${file} was ${verb}: it accepts ${count(totalOf(baseline), "finding")}.`);
  return applyBaseline(files, baseline).files;
}

async function readBaseline(file: string, terminal: Terminal): Promise<Baseline | Problem> {
  const read = await readJson(file, "a baseline", terminal);
  return isProblem(read) ? read : asBaseline(read.value, file);
}

function compared(
  file: string,
  files: readonly FileFindings[],
  baseline: Baseline,
  terminal: Terminal,
): readonly FileFindings[] {
  const { files: rest, accepted, gone } = applyBaseline(files, baseline);
  if (accepted > 0) note(terminal, `${count(accepted, "finding")} accepted by ${file} left out.`);
  if (gone.length > 0) {
    const [first] = gone;
    const example =
      first && `\`${first.finding.code}\` at ${first.finding.pointer ?? "no place of a machine"}`;
    const more = gone.length > 1 ? ", and others" : "";
    const what = `${count(totalOf(gone), "finding")} accepted by ${file} no longer there (${example}${more}).`;
    note(terminal, `${what} \`--update-baseline\` takes them out, so that they cannot hide new ones.`);
  }
  return rest;
}

function totalOf(baseline: Baseline): number {
  return baseline.reduce((sum, entry) => sum + entry.count, 0);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function note(terminal: Terminal, text: string): void {
  terminal.note(inertLine(`note: ${text}`));
}
