import { applyEdits } from "@statewright/asl";
import type { Diagnostic, Position, Range, TextEdit } from "@statewright/diagnostics";

/** One fix that was made. */
export interface MadeFix {
  readonly code: string;
  readonly title: string;
  /** Where it was made, in the text as it was before. */
  readonly at: Position;
}

/** A text with fixes made. */
export interface FixedText {
  readonly text: string;
  readonly made: readonly MadeFix[];
}

/**
 * Makes in `text` the first fix of every finding that has one. A fix is made whole or not at all: of two that
 * touch the same characters the second waits for the next time.
 */
export function fixText(text: string, found: readonly Diagnostic[]): FixedText {
  const edits: RangedEdit[] = [];
  const made: MadeFix[] = [];
  for (const { code, fixes = [] } of found) {
    for (const { title, edits: wanted } of fixes) {
      const ranged = wanted.filter(isRanged);
      const [first] = ranged;
      if (first === undefined || ranged.length < wanted.length) continue;
      const apart = ranged.every((edit, index) =>
        [...edits, ...ranged.slice(0, index)].every((other) => !touch(edit.range, other.range)),
      );
      if (apart) {
        edits.push(...ranged);
        made.push({ code, title, at: first.range.start });
      }
      break;
    }
  }
  return { text: applyEdits(text, edits).text, made };
}

type RangedEdit = TextEdit & { readonly range: Range };

function isRanged(edit: TextEdit): edit is RangedEdit {
  return edit.range !== undefined;
}

function touch(left: Range, right: Range): boolean {
  return !isBefore(left.end, right.start) && !isBefore(right.end, left.start);
}

function isBefore(left: Position, right: Position): boolean {
  return left.line < right.line || (left.line === right.line && left.character < right.character);
}
