import type { Diagnostic, Severity } from "../diagnostic.ts";
import { inertText } from "../inert-text.ts";
import type { CheckedFile } from "./checked-file.ts";

/**
 * Findings as workflow commands of GitHub Actions, one a line: the runner shows each beside its line of the change.
 *
 * Text from a definition cannot end the line, close the command or set a property of its own.
 *
 * @example
 * ```text
 * ::error file=orders.asl.json,line=3,endLine=3,col=9,endColumn=14,title=transition/unknown-target::There is no state "Frist".
 * ```
 */
export function githubCommands(files: readonly CheckedFile[]): string {
  return files.flatMap(({ file, diagnostics }) => diagnostics.map((found) => command(found, file))).join("");
}

const names: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "notice" };

function command(found: Diagnostic, input: string): string {
  const { severity, code, message, why, help, range } = found;
  const properties: (readonly [string, string | number])[] = [["file", found.file ?? input]];
  if (range !== undefined) {
    properties.push(["line", range.start.line + 1], ["endLine", range.end.line + 1]);
    // The runner takes columns for a stretch of one line only.
    if (range.start.line === range.end.line) {
      properties.push(["col", range.start.character + 1], ["endColumn", range.end.character + 1]);
    }
  }
  properties.push(["title", code]);
  const text = [message, why, help].filter((part) => part !== undefined).map(inertText);
  const written = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${names[severity]} ${written.join(",")}::${escaped(text.join("\n"))}\n`;
}

/** What the runner takes back: `%` first, or it would be escaped twice. */
function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escaped(inertText(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
