import { inertText } from "@statewright/diagnostics";

/** Makes text that came from outside safe to print on one line: newlines and tabs become blanks. */
export function inertLine(text: string): string {
  return inertText(text.replace(/\s*\r?\n\s*|\t/g, " "));
}

/** Shortens a text to `length` characters, so that a hostile name does not flood the terminal. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
