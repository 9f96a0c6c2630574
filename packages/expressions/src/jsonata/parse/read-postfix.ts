import type { RawExpression, RawTerm } from "./raw-expression.ts";
import { place, readPairs } from "./read-construct.ts";
import type { Grammar } from "./read-raw.ts";

/** `left[predicate]`, or `left[]`, which keeps arrays of one. */
export function readPostfixBrackets(grammar: Grammar, left: RawExpression): RawExpression {
  const { reader } = grammar;
  reader.advance();
  if (reader.token.id === "]") {
    let kept = left;
    while (kept.type === "predicate") kept = kept.left;
    kept.keepArray = true;
    reader.advance();
    return { ...left, span: { start: left.span.start, end: reader.lastEnd } };
  }
  const predicate = grammar.expression(0);
  reader.expect("]", true);
  return { type: "predicate", left, predicate, ...place(grammar, left.span.start, [left, predicate]) };
}

/** `left{key: value}`. */
export function readGroup(grammar: Grammar, left: RawExpression): RawExpression {
  grammar.reader.advance();
  const pairs = readPairs(grammar);
  return { type: "group", left, pairs, ...place(grammar, left.span.start, [left, ...pairs.flat()]) };
}

/** `left^(<a, >b)`. */
export function readSort(grammar: Grammar, left: RawExpression): RawExpression {
  const { reader } = grammar;
  const start = reader.token.start;
  reader.advance();
  reader.expect("(");
  const terms: RawTerm[] = [];
  for (;;) {
    const direction = reader.token.id;
    if (direction === "<" || direction === ">") reader.advance();
    terms.push({ expression: grammar.expression(0), descending: direction === ">" });
    if (reader.token.id !== "," || grammar.exhausted) break;
    reader.advance();
  }
  reader.expect(")");
  const sortSpan = { start, end: reader.lastEnd };
  const children = [left, ...terms.map((term) => term.expression)];
  return { type: "sort", left, sortSpan, terms, ...place(grammar, left.span.start, children) };
}

/** `left@$name` and `left#$name`. */
export function readFocus(grammar: Grammar, left: RawExpression): RawExpression {
  const { reader } = grammar;
  const token = reader.advance();
  const variable = grammar.expression(80);
  if (variable.type !== "variable") reader.report("S0214", variable.span, { token: token.value });
  const type = token.id === "@" ? "focus" : "position";
  const name = variable.type === "variable" ? variable.value : "";
  const operatorSpan = { start: token.start, end: reader.lastEnd };
  return { type, left, name, operatorSpan, ...place(grammar, left.span.start, [left]) };
}

/** `left ? consequent : alternate`. */
export function readCondition(grammar: Grammar, left: RawExpression): RawExpression {
  const { reader } = grammar;
  reader.advance();
  const consequent = grammar.expression(0);
  let alternate: RawExpression | undefined;
  if (reader.token.id === ":") {
    reader.advance();
    alternate = grammar.expression(0);
  }
  const parts = alternate ? [left, consequent, alternate] : [left, consequent];
  const where = place(grammar, left.span.start, parts);
  return { type: "condition", condition: left, consequent, ...(alternate && { alternate }), ...where };
}
