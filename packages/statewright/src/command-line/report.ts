import { inertLine, shortened } from "../terminal/inert-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { version } from "../version.ts";
import type { Problem } from "./problem.ts";

/** Longest line about a problem; what a module threw can be of any length. */
const longestLine = 1500;

/** Prints a problem: one line on standard error and, with `--json`, one document on standard output. */
export function reportProblem(terminal: Terminal, args: readonly string[], found: Problem): 2 {
  terminal.note(problemLine(found));
  const { kind: _, ...error } = found;
  if (wantsJson(args)) terminal.out(`${JSON.stringify({ error }, null, 2)}\n`);
  return 2;
}

/** A problem as one line: where, what, what to do, and its code. */
export function problemLine({ file, message, help, code }: Problem): string {
  const where = file === undefined ? "" : `${file}: `;
  const text = inertLine(`${where}${message}${help === undefined ? "" : ` ${help}`}`);
  return `error: ${shortened(text, longestLine)} [${code}]`;
}

/** Prints a fault of ours, with the way to report it. Gives the exit code. */
export function reportFault(terminal: Terminal, args: readonly string[], fault: unknown): 3 {
  const what = fault instanceof Error ? fault.message : String(fault);
  const message = `Statewright itself failed: ${what.replace(/\.?\s*$/, ".")}`;
  const help =
    "Please report it with the command and the input that led here (`npm bugs statewright` opens the page).";
  const text = shortened(inertLine(`${message} ${help}`), longestLine);
  terminal.note(`error: ${text} [internal, statewright ${version()}, node ${process.versions.node}]`);
  if (process.env.STATEWRIGHT_DEBUG && fault instanceof Error) terminal.note(String(fault.stack));
  else terminal.note("With STATEWRIGHT_DEBUG=1 the place in the code is shown as well.");
  if (wantsJson(args)) {
    terminal.out(`${JSON.stringify({ error: { code: "internal", message, help } }, null, 2)}\n`);
  }
  return 3;
}

/** Whether the result is to be one JSON document; answered before the arguments are understood. */
export function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const options = end === -1 ? args : args.slice(0, end);
  return options.some(
    (option, index) =>
      option === "--json" ||
      option === "--format=json" ||
      (option === "json" && options[index - 1] === "--format"),
  );
}
