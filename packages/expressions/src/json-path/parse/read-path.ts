import type { JsonPath, JsonPathRoot, JsonPathStep } from "../json-path.ts";
import { type PathText, peek, report, spanFrom, take, takePattern } from "./path-text.ts";
import { readBracket } from "./read-bracket.ts";
import type { FilterReading } from "./read-filter.ts";
import { type PathPlace, readDottedName } from "./read-name.ts";

/** Filters inside filters that are read; what is deeper is kept as text. */
const deepestFilter = 8;

const variableName = /[\p{ID_Start}][\p{ID_Continue}]*/uy;

/** Reads a path; nothing, and a problem, where there is none. `depth`: how many filters it stands in. */
export function readPath(source: PathText, place: PathPlace, depth: number): JsonPath | undefined {
  const start = source.at;
  const root = readRoot(source, place);
  if (root === undefined) return undefined;
  const steps: JsonPathStep[] = [];
  let signs = false;
  while (source.at < source.end && (peek(source) === "." || peek(source) === "[")) {
    const read = readStep(source, place, depth);
    if (read === undefined) return undefined;
    signs ||= read.signs;
    steps.push(...read.steps);
  }
  const isDefinite = steps.every(({ kind }) => definite.has(kind));
  return Object.freeze({
    text: source.text.slice(start, source.at),
    span: spanFrom(source, start),
    root,
    steps: Object.freeze(steps),
    isDefinite,
    isReference:
      isDefinite && !signs && root.kind !== "item" && steps.every(({ kind }) => kind !== "function"),
  });
}

const definite: ReadonlySet<JsonPathStep["kind"]> = new Set(["child", "index", "function"]);

function readRoot(source: PathText, place: PathPlace): JsonPathRoot | undefined {
  const start = source.at;
  if (place === "filter" && take(source, "@")) {
    return Object.freeze({ kind: "item", span: spanFrom(source, start) });
  }
  if (!take(source, "$")) return report(source, "A path begins with `$`.", start);
  if (take(source, "$")) return Object.freeze({ kind: "context", span: spanFrom(source, start) });
  const name = takePattern(source, variableName);
  if (name === undefined) return Object.freeze({ kind: "document", span: spanFrom(source, start) });
  return Object.freeze({ kind: "variable", name, span: spanFrom(source, start) });
}

/** How a filter at this depth reads the paths in it; beyond the deepest it stays text. */
function filterReading(depth: number): FilterReading {
  return { deepest: depth >= deepestFilter, readPath: (source) => readPath(source, "filter", depth + 1) };
}

/** One step; after `..` two of them. */
interface ReadSteps {
  readonly steps: readonly JsonPathStep[];
  readonly signs: boolean;
}

/** `.name`, `.*`, `..name`, `..*`, `..[0]`, `[…]`, `.[…]`, `.length()`. */
function readStep(source: PathText, place: PathPlace, depth: number): ReadSteps | undefined {
  const start = source.at;
  const before: JsonPathStep[] = [];
  if (take(source, "..")) before.push(Object.freeze({ kind: "descent", span: spanFrom(source, start) }));
  else take(source, ".");
  if (peek(source) === "[") {
    const step = readBracket(source, filterReading(depth));
    return step && { steps: [...before, step], signs: false };
  }
  const name = readDottedName(source, place);
  if (name === undefined) {
    return report(source, "A name or a bracket must follow the dot.", start, source.at + 1);
  }
  if (peek(source) === "(") {
    const call = readFunction(source, name.name, name.span.start);
    return call && { steps: [...before, call], signs: name.signs };
  }
  const { signs, ...child } = name;
  const step: JsonPathStep = isWildcard(source, child.span.start)
    ? { kind: "wildcard", span: child.span }
    : { kind: "child", ...child };
  return { steps: [...before, Object.freeze(step)], signs };
}

/** A star alone, not `\*`. */
function isWildcard(source: PathText, start: number): boolean {
  return source.at === start + 1 && source.text.charAt(start) === "*";
}

/** What stands in the parentheses is kept as text (U-10). */
function readFunction(source: PathText, name: string, start: number): JsonPathStep | undefined {
  const open = source.at;
  let depth = 0;
  for (; source.at < source.end; source.at += 1) {
    const character = source.text.charAt(source.at);
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth > 0) continue;
    source.at += 1;
    const text = source.text.slice(open + 1, source.at - 1);
    return Object.freeze({ kind: "function", name, text, span: spanFrom(source, start) });
  }
  return report(source, "The parenthesis is not closed.", open, source.end);
}
