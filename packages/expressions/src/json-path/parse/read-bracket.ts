import type { ChildName, JsonPathStep } from "../json-path.ts";
import { type PathText, peek, report, skipBlanks, spanFrom, take, takePattern } from "./path-text.ts";
import { type FilterReading, readFilterStep } from "./read-filter.ts";
import { readQuotedName } from "./read-name.ts";

const integer = /-?\d+/y;
const placeholder = /\$\{[^}\s]*\}/y;

/** Reads `[…]`: names, indices, a slice, a star or a filter. */
export function readBracket(source: PathText, filters: FilterReading): JsonPathStep | undefined {
  const start = source.at;
  source.at += 1;
  skipBlanks(source);
  const next = peek(source);
  if (next === "'" || next === '"') return readNames(source, start);
  if (next === "?") return readFilterStep(source, start, filters);
  if (next === "*") {
    source.at += 1;
    return closed(source, start) && Object.freeze({ kind: "wildcard", span: spanFrom(source, start) });
  }
  const from = source.at;
  const tool = takePattern(source, placeholder);
  if (tool !== undefined) {
    const span = spanFrom(source, from);
    return closed(source, start) && Object.freeze({ kind: "child", name: tool, placeholder: true, span });
  }
  const first = readInteger(source);
  skipBlanks(source);
  if (peek(source) === ":") return readSlice(source, start, first);
  if (first !== undefined) return readIndices(source, start, { index: first, from });
  return report(
    source,
    "Between brackets stands a name in quotes, an index, a slice, `*` or a filter `?(…)`.",
    start,
    source.at + 1,
  );
}

function readNames(source: PathText, start: number): JsonPathStep | undefined {
  const names: ChildName[] = [];
  do {
    skipBlanks(source);
    const quote = peek(source);
    if (quote !== "'" && quote !== '"') {
      return report(source, "A name in quotes must follow the comma.", source.at, source.at + 1);
    }
    const name = readQuotedName(source);
    if (name === undefined) return undefined;
    names.push(name);
    skipBlanks(source);
  } while (take(source, ","));
  if (!closed(source, start)) return undefined;
  const span = spanFrom(source, start);
  const [only] = names;
  return names.length === 1 && only !== undefined
    ? Object.freeze({ kind: "child", ...only, span })
    : Object.freeze({ kind: "children", names: Object.freeze(names), span });
}

function readSlice(source: PathText, start: number, from: number | undefined): JsonPathStep | undefined {
  source.at += 1;
  skipBlanks(source);
  const to = readInteger(source);
  skipBlanks(source);
  if (peek(source) === ":") {
    return report(source, "A slice has a start and an end, and no step.", source.at, source.at + 1);
  }
  if (from === undefined && to === undefined) {
    return report(source, "A slice needs a start or an end; `[*]` takes everything.", start, source.at + 1);
  }
  return (
    closed(source, start) &&
    Object.freeze({
      kind: "slice",
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      span: spanFrom(source, start),
    })
  );
}

function readIndices(
  source: PathText,
  start: number,
  first: { readonly index: number; readonly from: number },
): JsonPathStep | undefined {
  const indices = [
    Object.freeze({ index: first.index, span: Object.freeze({ start: first.from, end: source.at }) }),
  ];
  while (take(source, ",")) {
    skipBlanks(source);
    const from = source.at;
    const index = readInteger(source);
    if (index === undefined) {
      return report(source, "An index must follow the comma.", source.at, source.at + 1);
    }
    indices.push(Object.freeze({ index, span: spanFrom(source, from) }));
    skipBlanks(source);
  }
  if (!closed(source, start)) return undefined;
  const span = spanFrom(source, start);
  return indices.length === 1
    ? Object.freeze({ kind: "index", index: first.index, span })
    : Object.freeze({ kind: "indices", indices: Object.freeze(indices), span });
}

/** An integer that is exact; beyond that nothing can be there. */
function readInteger(source: PathText): number | undefined {
  const digits = takePattern(source, integer);
  if (digits === undefined) return undefined;
  const most = Number.MAX_SAFE_INTEGER;
  return Math.max(-most, Math.min(most, Number(digits))) + 0;
}

function closed(source: PathText, start: number): true | undefined {
  skipBlanks(source);
  return take(source, "]") || report(source, "The bracket is not closed.", start, source.at + 1);
}
