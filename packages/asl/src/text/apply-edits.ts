import type { Position, TextEdit } from "@statewright/diagnostics";
import { lineStarts } from "./line-starts.ts";

/** A text with edits applied. */
export interface EditedText {
  readonly text: string;
  /** Edits that were not applied: they have no `range`, or change characters that another edit changes too. */
  readonly leftOut: readonly TextEdit[];
}

/**
 * Applies edits that a document has located (`document.locate` fills in their ranges): the characters of each
 * `range` become its `newText`, and no other character changes. Of two that overlap the first given is applied.
 *
 * @example
 * ```ts
 * const { document, diagnostics } = parseMachine(text);
 * const edits = document.locate(diagnostics).flatMap(({ fixes = [] }) => fixes[0]?.edits ?? []);
 * const { text: fixed } = applyEdits(text, edits);
 * ```
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): EditedText {
  const starts = lineStarts(text);
  const offset = ({ line, character }: Position): number =>
    Math.min(text.length, (starts[line] ?? text.length) + character);
  const leftOut: TextEdit[] = [];
  const applied: { readonly start: number; readonly end: number; readonly newText: string }[] = [];
  for (const edit of edits) {
    if (edit.range === undefined) {
      leftOut.push(edit);
      continue;
    }
    const start = offset(edit.range.start);
    const end = Math.max(start, offset(edit.range.end));
    const overlaps = applied.some(
      (other) => (start < other.end && other.start < end) || (start === other.start && end === other.end),
    );
    if (overlaps) leftOut.push(edit);
    else applied.push({ start, end, newText: edit.newText });
  }
  let edited = "";
  let at = 0;
  for (const { start, end, newText } of applied.sort((left, right) => left.start - right.start)) {
    edited += text.slice(at, start) + newText;
    at = end;
  }
  return Object.freeze({ text: edited + text.slice(at), leftOut: Object.freeze(leftOut) });
}
