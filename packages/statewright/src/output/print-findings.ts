import { githubCommands, sarifLog } from "@statewright/diagnostics";
import { pageOf } from "../pages/pages.ts";
import type { FileFindings } from "../settings/apply-settings.ts";
import { inertLine } from "../terminal/inert-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { version } from "../version.ts";
import { checkDocument } from "./check-document.ts";
import { findingsText, tallyText } from "./findings-text.ts";

/** How `check` prints what it found. */
export type FindingsFormat = "text" | "json" | "sarif" | "github";

/** What was checked: how it ended, and the texts that the findings are about where they are in no file. */
export interface Checked {
  readonly files: readonly FileFindings[];
  readonly texts: ReadonlyMap<string, string>;
  /** What stands before the sum: the machines. */
  readonly subject: string;
}

/** Prints findings in a format; the sum goes to standard error where the format has no place for it. */
export function printFindings(format: FindingsFormat, checked: Checked, terminal: Terminal): void {
  const { files, texts, subject } = checked;
  if (format === "json") terminal.out(document(checkDocument(files)));
  else if (format === "sarif") terminal.out(document(sarifLog(files, { version: version(), rule })));
  else {
    const sum = inertLine(`${subject}: ${tallyText(files)}`);
    const report = format === "github" ? githubCommands(files) : findingsText(files, texts, terminal);
    terminal.out(format === "github" ? report : `${report}${report && "\n"}${sum}\n`);
    // The runner takes a line that begins with `::` for a command, on standard error too.
    if (format === "github") terminal.note(`Checked ${sum}`);
  }
}

function document(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function rule(code: string): { readonly title: string; readonly page: string } | undefined {
  const page = pageOf(code);
  return page && { title: page.title, page: page.markdown };
}
