import type { ExpressionProblem, JsonataExpression } from "./expression.ts";
import { laterVersionProblem } from "./parse/later-version.ts";
import { readRaw } from "./parse/read-raw.ts";
import { resolve } from "./parse/resolve.ts";
import { seal } from "./parse/seal.ts";
import { topLevelReferences } from "./parse/top-level-references.ts";

/** `aws`: as Step Functions takes it, with no input document. `plain`: JSONata 2.0.6 by itself. */
export type JsonataDialect = "aws" | "plain";

/** How to read an expression. */
export interface ParseJsonataOptions {
  /** Default `aws`. */
  readonly dialect?: JsonataDialect;
}

/** An expression with what is wrong with it. The tree is there also when the text is broken. */
export interface JsonataParse {
  readonly expression: JsonataExpression;
  /** Empty when the expression is fine; a syntax error comes alone, as what follows from it would be guesses. */
  readonly problems: readonly ExpressionProblem[];
}

/**
 * Reads a JSONata 2.0.6 expression: the text between `{%` and `%}`, without them (R-JA-02, R-JA-05).
 *
 * The grammar is that of the reference implementation with its error codes; spans are in UTF-16 units. In the
 * dialect of Step Functions, `$`, `$$` and bare names at the top level are refused too (R-JA-04).
 *
 * @example
 * ```ts
 * parseJsonata("$states.input.items[0").problems;
 * // → [{ code: "S0203", message: 'Expected "]" before end of expression', span: { start: 21, end: 21 } }]
 * ```
 * @throws Never, whatever the text; nesting beyond 500 levels is a problem too (`U1001`).
 */
export function parseJsonata(text: string, options: ParseJsonataOptions = {}): JsonataParse {
  const { raw, problem } = readRaw(text);
  const resolved = resolve(raw);
  const expression = seal(resolved.expression);
  const syntax = problem ?? resolved.problems[0];
  if (syntax) return done(expression, [laterVersionProblem(text, syntax)]);
  return done(expression, options.dialect === "plain" ? [] : topLevelReferences(expression));
}

function done(expression: JsonataExpression, problems: readonly ExpressionProblem[]): JsonataParse {
  return Object.freeze({ expression, problems: Object.freeze(problems) });
}
