import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic, Place, Range } from "@statewright/diagnostics";

/** The module that a workflow was written in. */
export interface WorkflowPlace {
  /** The workflow's name, after which the emitted file is named. */
  readonly workflow: string;
  /** The module's absolute path. */
  readonly path: string;
  /** The folder that shown paths start from. */
  readonly cwd: string;
}

/** Puts findings about a compiled workflow into the files it was written in, each at the name of its call. */
export function placeInModule(
  diagnostics: readonly Diagnostic[],
  { workflow, path, cwd }: WorkflowPlace,
): readonly Diagnostic[] {
  const texts = new Map<string, readonly string[]>();
  const linesOf = (file: string) => {
    const lines = texts.get(file) ?? readLines(file);
    texts.set(file, lines);
    return lines;
  };
  const placed = <Where extends Place>(place: Where): Where => {
    const file = pathOf(place.file ?? path);
    const range = place.range && callRange(place.range, linesOf(file));
    return Object.freeze({ ...place, file: pathSeenFrom(cwd, file), ...(range && { range }) });
  };
  return diagnostics.map((found) => {
    const emitted = found.emitted ?? (found.pointer === undefined ? undefined : { pointer: found.pointer });
    return Object.freeze({
      ...placed(found),
      ...(found.related && { related: found.related.map(placed) }),
      ...(emitted && { emitted: { file: `${workflow}.asl.json`, ...emitted } }),
    });
  });
}

/** A path as a person in `cwd` would write it. */
export function pathSeenFrom(cwd: string, path: string): string {
  const seen = relative(cwd, path);
  return seen === "" || seen.startsWith("../../..") ? path : seen;
}

/** An engine reports where a call starts; the call's name is what a person looks for. */
function callRange(range: Range, lines: readonly string[]): Range {
  const { start, end } = range;
  if (start.line !== end.line || start.character !== end.character) return range;
  const name = /^\.?[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(
    (lines[start.line] ?? "").slice(start.character),
  );
  return { start, end: { line: end.line, character: end.character + (name?.[0].length ?? 0) } };
}

function pathOf(file: string): string {
  return file.startsWith("file:") ? fileURLToPath(file) : file;
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
