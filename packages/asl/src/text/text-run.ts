import type { Span } from "@statewright/diagnostics";

/**
 * A stretch of a decoded text and the stretch of the document it comes from. Where both are equally long they
 * go character by character; else (an escape, a fold) the one stands for the other as a whole.
 */
export interface TextRun extends Span {
  readonly decoded: number;
  readonly length: number;
}

/** A text as it is meant, and where its characters stand in the document. */
export interface DecodedText {
  readonly text: string;
  /** In the order of the text, without gaps. */
  readonly runs: readonly TextRun[];
}

/** Collects a decoded text piece by piece. */
export interface Decoding {
  /** Adds `piece`, which the document writes from `start` to `end`. */
  add(piece: string, start: number, end: number): void;
  finish(): DecodedText;
}

export function startDecoding(): Decoding {
  const pieces: string[] = [];
  const runs: TextRun[] = [];
  let decoded = 0;
  return {
    add(piece, start, end) {
      if (piece === "") return;
      const last = runs.at(-1);
      const plain = piece.length === end - start;
      if (plain && last !== undefined && last.end === start && last.length === last.end - last.start) {
        runs[runs.length - 1] = { ...last, length: last.length + piece.length, end };
      } else runs.push({ decoded, length: piece.length, start, end });
      pieces.push(piece);
      decoded += piece.length;
    },
    finish: () => ({ text: pieces.join(""), runs }),
  };
}

/**
 * The stretch of the document that writes the characters `within` of the decoded text. `around` is taken for
 * a text without characters, and gives the place of an end beyond the last one.
 */
export function sourceSpan(runs: readonly TextRun[], within: Span, around: Span): Span {
  const start = sourceOffset(runs, within.start, around);
  if (within.end <= within.start) return { start, end: start };
  const last = runAt(runs, within.end - 1);
  if (last === undefined) return { start, end: Math.max(start, runs.at(-1)?.end ?? around.end) };
  const whole = last.length !== last.end - last.start;
  const end = whole ? last.end : last.start + (within.end - last.decoded);
  return { start, end: Math.max(start, end) };
}

function sourceOffset(runs: readonly TextRun[], offset: number, around: Span): number {
  const run = runAt(runs, offset);
  if (run === undefined) return runs.at(-1)?.end ?? around.start;
  return run.length === run.end - run.start ? run.start + (offset - run.decoded) : run.start;
}

/** The run that holds the character at `offset`; nothing beyond the last one. */
function runAt(runs: readonly TextRun[], offset: number): TextRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.decoded ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run === undefined || offset >= run.decoded + run.length ? undefined : run;
}
