import type { FilterExpression } from "../filter-expression.ts";
import type { JsonPathStep } from "../json-path.ts";
import { type PathText, pathText, peek, report, skipBlanks, spanFrom, take } from "./path-text.ts";
import { type ReadFilterPath, readFilterExpression } from "./read-filter-expression.ts";

/** How a filter is read. */
export interface FilterReading {
  /** It stands in so many others that it stays text. */
  readonly deepest: boolean;
  /** Reads a path inside the filter. */
  readonly readPath: ReadFilterPath;
}

/** Reads `?(…)]`; reading stands at the `?`. An expression in an unknown form stays text. */
export function readFilterStep(
  source: PathText,
  start: number,
  filters: FilterReading,
): JsonPathStep | undefined {
  source.at += 1;
  skipBlanks(source);
  if (peek(source) !== "(") {
    return report(source, "A filter has the form `[?(…)]`.", start, source.at + 1);
  }
  const from = source.at + 1;
  const to = closingParenthesis(source);
  if (to === undefined) return report(source, "The filter is not closed.", start, source.end);
  const inner = pathText(source.text, from, to);
  source.at = to + 1;
  skipBlanks(source);
  if (!take(source, "]")) return report(source, "The bracket is not closed.", start, source.at + 1);
  const expression = filters.deepest ? undefined : wholeExpression(inner, filters.readPath);
  return Object.freeze({
    kind: "filter",
    text: source.text.slice(from, to),
    ...(expression !== undefined && { expression }),
    span: spanFrom(source, start),
  });
}

function wholeExpression(inner: PathText, readPath: ReadFilterPath): FilterExpression | undefined {
  const expression = readFilterExpression(inner, readPath);
  return inner.at === inner.end ? expression : undefined;
}

/** The parenthesis that closes the one at hand; those in quotes do not count. */
function closingParenthesis(source: PathText): number | undefined {
  let depth = 0;
  let quote = "";
  for (let at = source.at; at < source.end; at += 1) {
    const character = source.text.charAt(at);
    if (quote !== "") {
      if (character === "\\") at += 1;
      else if (character === quote) quote = "";
      continue;
    }
    if (character === "'" || character === '"') quote = character;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth === 0 && quote === "") return at;
  }
  return undefined;
}
