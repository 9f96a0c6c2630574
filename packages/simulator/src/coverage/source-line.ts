import type { JsonPointer } from "@statewright/diagnostics";

/** A line of a file, counted from 1 as editors show it. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** Where a part of a machine was written. */
export type LineOf = (pointer: JsonPointer) => SourceLine | undefined;

/** The line of the part itself, else of the nearest part around it that has one. */
export function nearestLine(lineOf: LineOf, pointer: JsonPointer): SourceLine | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = lineOf(at);
    if (found !== undefined || at === "") return found;
  }
}
