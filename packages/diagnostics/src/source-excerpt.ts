import { inertText } from "./inert-text.ts";
import type { Range } from "./position.ts";

/** One line of a source with what is underlined in it. */
export interface SourceExcerpt {
  /** The number of the line, from 1. */
  readonly label: string;
  readonly line: string;
  /** Blanks, then one `~` under each character of the range. */
  readonly underline: string;
}

/** Columns of source shown; a longer line is cut around what is underlined. */
const widest = 120;
const tabStop = 2;

/**
 * The line on which `range` begins, its control characters inert, and the marks to print below it.
 *
 * @param lines the lines of the source, without their ends.
 */
export function sourceExcerpt(lines: readonly string[], range: Range): SourceExcerpt {
  const line = lines[range.start.line] ?? "";
  const { character: start } = range.start;
  const end = range.end.line > range.start.line ? line.length : Math.max(range.end.character, start + 1);
  const from = line.length <= widest ? 0 : Math.max(0, Math.min(start - 20, line.length - widest));
  const to = Math.min(line.length, from + widest);
  const before = (from > 0 ? "…" : "") + shown(line.slice(from, start));
  const marked = shown(line.slice(start, Math.min(end, to)));
  const after = shown(line.slice(Math.min(end, to), to)) + (to < line.length ? "…" : "");
  return {
    label: String(range.start.line + 1),
    line: before + marked + after,
    underline: " ".repeat(columns(before)) + "~".repeat(Math.max(1, columns(marked))),
  };
}

function shown(text: string): string {
  return inertText(text.replaceAll("\t", " ".repeat(tabStop)));
}

/** Columns of a terminal that a text takes: wide characters (CJK, emoji) take two, combining ones none. */
function columns(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width +=
      /\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
