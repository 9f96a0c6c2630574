import type { JsonPath } from "./json-path.ts";
import { pathText, peek, report, skipBlanks } from "./parse/path-text.ts";
import { readPath } from "./parse/read-path.ts";
import type { PathProblem } from "./path-problem.ts";

/** A path with what is wrong with it. */
export interface JsonPathParse {
  /** Absent when a problem of severity `error` was found. */
  readonly path?: JsonPath;
  /** Empty when the path is fine; reading stops at the first thing that is no path. */
  readonly problems: readonly PathProblem[];
}

/**
 * Reads a JSONPath as Step Functions takes it: the text of `InputPath`, of a `.$` member, of `Variable` and so on
 * (R-PATH-01 to R-PATH-04).
 *
 * Blanks around the path are passed over, a dot may stand before a bracket (`$.[0]`), a filter may hold text
 * without quotes. Which kind of path a field takes is the caller's to ask: `isReference`, `isDefinite`, `root`.
 *
 * @example
 * ```ts
 * parseJsonPath("$.orders[0].id").path?.steps.map(({ kind }) => kind); // → ["child", "index", "child"]
 * parseJsonPath("$.orders[0]id").problems[0];
 * // → { kind: "syntax", severity: "error", span: { start: 11, end: 12 },
 * //     message: "A dot or a bracket must follow here." }
 * ```
 * @throws Never, whatever the text. The time it takes grows with the length of the text and no faster.
 */
export function parseJsonPath(text: string): JsonPathParse {
  const source = pathText(text);
  skipBlanks(source);
  const path = readPath(source, "whole", 0);
  skipBlanks(source);
  if (path !== undefined && peek(source) !== "") {
    const variable = path.steps.length === 0 && source.at === path.span.end;
    report(source, variable ? notAfterRoot : notAfterStep, source.at, source.at + 1);
  }
  const problems = Object.freeze(source.problems);
  return Object.freeze({ ...(path !== undefined && problems.length === 0 && { path }), problems });
}

const notAfterRoot = "`$`, `$$` or the name of a variable is followed by a dot or a bracket.";
const notAfterStep = "A dot or a bracket must follow here.";
