import colours from "picocolors";
import type { Diagnostic, Place, Severity } from "./diagnostic.ts";
import { inertText } from "./inert-text.ts";
import { sourceExcerpt } from "./source-excerpt.ts";

/** How diagnostics are shown on a terminal. */
export interface RenderOptions {
  /** The text of a file, for the lines shown; nothing where it is not known. */
  readonly source: (file: string) => string | undefined;
  readonly colour: boolean;
}

/**
 * Diagnostics as text for a terminal, each with the line it is about, a blank line between them. Text that
 * comes from a definition is made inert.
 *
 * @example
 * ```text
 * orders.asl.json:32:28  error  data/unknown-field
 *   "Charge" reads `order.totl`, but `order` has no such field.
 *     32 │   "amount": "{% $states.input.order.totl %}"
 *        │                                     ~~~~
 *   `order` comes from "Price": it has id, total, items.
 *   Did you mean `total`?
 * ```
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const paint = colours.createColors(options.colour);
  const known = new Map<string, readonly string[] | undefined>();
  const linesOf = (file: string): readonly string[] | undefined => {
    if (!known.has(file)) known.set(file, options.source(file)?.split(/\r\n?|\n/));
    return known.get(file);
  };
  return diagnostics.map((diagnostic) => rendered(diagnostic, linesOf, paint)).join("\n");
}

type Paint = ReturnType<typeof colours.createColors>;

type Lines = (file: string) => readonly string[] | undefined;

function rendered(diagnostic: Diagnostic, linesOf: Lines, paint: Paint): string {
  const { severity, code, message, why, help, related = [], fixes = [] } = diagnostic;
  const head = `${paint.bold(place(diagnostic))}  ${severityIn(severity, paint)}  ${paint.dim(inertText(code))}`;
  const lines = [head, `  ${inertText(message)}`];
  const sourceLines = diagnostic.file === undefined ? undefined : linesOf(diagnostic.file);
  if (sourceLines !== undefined && diagnostic.range !== undefined) {
    const { line, underline, label } = sourceExcerpt(sourceLines, diagnostic.range);
    lines.push(paint.dim(`    ${label} │ `) + line);
    lines.push(paint.dim(`    ${" ".repeat(label.length)} │ `) + severityIn(severity, paint, underline));
  }
  if (why !== undefined) lines.push(`  ${inertText(why)}`);
  if (help !== undefined) lines.push(`  ${paint.cyan(inertText(help))}`);
  for (const other of related) lines.push(`  ${paint.dim(place(other))}  ${inertText(other.message)}`);
  for (const fix of fixes) lines.push(`  ${paint.cyan(`Fix: ${inertText(fix.title)}`)}`);
  return `${lines.join("\n")}\n`;
}

/** `file:line:column`, which count from 1 here, as compilers and editors print them; else the pointer. */
function place({ file, range, pointer, state }: Place): string {
  const start = range && `${range.start.line + 1}:${range.start.character + 1}`;
  if (file !== undefined) return inertText([file, start ?? pointer].filter((part) => part).join(":"));
  return inertText(pointer ?? start ?? state ?? "");
}

function severityIn(severity: Severity, paint: Paint, text: string = severity): string {
  if (severity === "error") return paint.red(text);
  return severity === "warning" ? paint.yellow(text) : paint.blue(text);
}
