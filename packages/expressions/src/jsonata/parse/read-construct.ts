import type { RawExpression, RawPair } from "./raw-expression.ts";
import type { Grammar } from "./read-raw.ts";
import type { Token } from "./token.ts";

/** `(a; b)`, after its opening parenthesis. */
export function readBlock(grammar: Grammar, open: Token): RawExpression {
  const { reader } = grammar;
  const expressions: RawExpression[] = [];
  while (reader.token.id !== ")" && !grammar.exhausted) {
    expressions.push(grammar.expression(0));
    if (!goesOn(grammar, ";", ")")) break;
  }
  reader.expect(")", true);
  return { type: "block", expressions, ...place(grammar, open.start, expressions) };
}

/** `[a, b..c]`, after its opening bracket. */
export function readArray(grammar: Grammar, open: Token): RawExpression {
  const { reader } = grammar;
  const items: RawExpression[] = [];
  while (items.length > 0 || reader.token.id !== "]") {
    items.push(readItem(grammar));
    if (!goesOn(grammar, ",", "]")) break;
  }
  reader.expect("]", true);
  return { type: "array", items, ...place(grammar, open.start, items) };
}

function readItem(grammar: Grammar): RawExpression {
  const { reader } = grammar;
  const left = grammar.expression(0);
  const { token } = reader;
  if (token.id !== "..") return left;
  reader.advance();
  const right = grammar.expression(0);
  const operatorSpan = { start: token.start, end: token.end };
  const where = place(grammar, left.span.start, [left, right]);
  return { type: "binary", operator: "..", operatorSpan, left, right, ...where };
}

/** `{a: b}`, after its opening brace. */
export function readObject(grammar: Grammar, open: Token): RawExpression {
  const pairs = readPairs(grammar);
  return { type: "object", pairs, ...place(grammar, open.start, pairs.flat()) };
}

/** The inside of braces and the closing one. */
export function readPairs(grammar: Grammar): readonly RawPair[] {
  const { reader } = grammar;
  const pairs: RawPair[] = [];
  while (pairs.length > 0 || reader.token.id !== "}") {
    const key = grammar.expression(0);
    reader.expect(":");
    pairs.push([key, grammar.expression(0)]);
    if (!goesOn(grammar, ",", "}")) break;
  }
  reader.expect("}", true);
  return pairs;
}

/** `|pattern|update, deletion|`, after its first bar. */
export function readTransform(grammar: Grammar, open: Token): RawExpression {
  const { reader } = grammar;
  const pattern = grammar.expression(0);
  reader.expect("|");
  const update = grammar.expression(0);
  let deletion: RawExpression | undefined;
  if (reader.token.id === ",") {
    reader.advance();
    deletion = grammar.expression(0);
  }
  reader.expect("|");
  const parts = deletion ? [pattern, update, deletion] : [pattern, update];
  return {
    type: "transform",
    pattern,
    update,
    ...(deletion && { deletion }),
    ...place(grammar, open.start, parts),
  };
}

/** Words that end what stands around an expression, or a part of it. */
export const closers: ReadonlySet<string> = new Set([")", "]", "}", ",", ";", ":"]);

/**
 * Whether another item of a list follows. Where neither the separator nor the end of the list stands, the end is
 * reported as missing and reading goes on as if there were a separator, so that a half-typed text keeps its tree.
 */
export function goesOn(grammar: Grammar, separator: string, close: string): boolean {
  const { reader } = grammar;
  if (grammar.exhausted) return false;
  if (reader.token.id === separator) {
    reader.advance();
    return true;
  }
  if (reader.token.kind === "end" || closers.has(reader.token.id) || reader.token.id === "|") return false;
  reader.expect(close);
  return true;
}

/** The span from `start` to the last word taken, and the depth above `children`. */
export function place(
  grammar: Grammar,
  start: number,
  children: readonly RawExpression[],
): { span: { start: number; end: number }; depth: number } {
  let depth = 0;
  let end = grammar.reader.lastEnd;
  for (const child of children) {
    depth = Math.max(depth, child.depth);
    // What is missing stands where it would be typed, which can be after blanks.
    end = Math.max(end, child.span.end);
  }
  return { span: { start, end }, depth: depth + 1 };
}
