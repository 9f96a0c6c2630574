import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { renderDiagnostics, type Summary, summaryText } from "@statewright/diagnostics";
import type { FileFindings } from "../settings/apply-settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { tally } from "./check-document.ts";

/** Findings for people, each with the lines of its source. Empty when there are none. */
export function findingsText(
  files: readonly FileFindings[],
  texts: ReadonlyMap<string, string>,
  terminal: Terminal,
): string {
  const diagnostics = files.flatMap((entry) => entry.diagnostics);
  if (diagnostics.length === 0) return "";
  const source = (file: string) => texts.get(file) ?? sourceText(resolve(terminal.cwd, file));
  return `${renderDiagnostics(diagnostics, { source, colour: terminal.colour }).trimEnd()}\n`;
}

/** The counts in words: `2 errors, 1 warning`. */
export function tallyText(files: readonly FileFindings[]): string {
  return summaryText(tally(files));
}

/** Whether the findings end a command with exit code 1. */
export function isFailure(
  { errors, warnings }: Summary,
  mostWarnings: number = Number.POSITIVE_INFINITY,
): boolean {
  return errors > 0 || warnings > mostWarnings;
}

function sourceText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
