import type { ExpressionProblem } from "../expression.ts";
import type { BinaryOperator } from "../operator-expression.ts";
import type { RawExpression } from "./raw-expression.ts";
import { closers, place, readArray, readBlock, readObject, readTransform } from "./read-construct.ts";
import { readCall } from "./read-function.ts";
import { readCondition, readFocus, readGroup, readPostfixBrackets, readSort } from "./read-postfix.ts";
import type { Token } from "./token.ts";
import { type TokenReader, tokenReader } from "./token-reader.ts";

/** The state that the functions of the grammar share. */
export interface Grammar {
  readonly reader: TokenReader;
  /** Reads an expression whose operators bind tighter than `power`. */
  expression(power: number): RawExpression;
  /** Whether the nesting limit is passed: everything then ends quickly. */
  readonly exhausted: boolean;
}

/** Deeper expressions are refused, so that no pass overflows; Step Functions itself ends at about 200 (R-JA-22). */
export const deepestExpression: number = 500;

/** Reads a whole text into a raw tree, with the first problem that it has. */
export function readRaw(text: string): { raw: RawExpression; problem: ExpressionProblem | undefined } {
  const reader = tokenReader(text);
  let nesting = 0;
  let exhausted = false;
  const exhaust = (start: number): RawExpression => {
    exhausted = true;
    reader.report(
      "U1001",
      { start, end: reader.token.end },
      { value: `levels of nesting than ${deepestExpression}` },
    );
    return missing(start);
  };
  const grammar: Grammar = {
    reader,
    get exhausted() {
      return exhausted;
    },
    expression(power) {
      if (exhausted || nesting >= deepestExpression) return exhaust(reader.token.start);
      nesting += 1;
      let left = readPrefix(grammar);
      while (!exhausted && power < bindingPower(reader.token)) {
        left = readInfix(grammar, left);
        if (left.depth > deepestExpression) left = exhaust(left.span.start);
      }
      nesting -= 1;
      return left;
    },
  };
  reader.advance();
  const raw = grammar.expression(0);
  const { token } = reader;
  if (token.kind === "end") return { raw, problem: reader.problem };
  reader.report("S0201", { start: token.start, end: token.end }, { token: token.value });
  return { raw: withRest(grammar, raw), problem: reader.problem };
}

/** What stands after the expression, as if all of it were in parentheses: half-typed text has a tree too. */
function withRest(grammar: Grammar, first: RawExpression): RawExpression {
  const { reader } = grammar;
  const expressions = [first];
  while (reader.token.kind !== "end" && !grammar.exhausted) {
    if (closers.has(reader.token.id)) reader.advance();
    else expressions.push(grammar.expression(0));
  }
  if (expressions.length === 1) return first;
  return { type: "block", expressions, ...place(grammar, first.span.start, expressions) };
}

function missing(at: number): RawExpression {
  return { type: "missing", span: { start: at, end: at }, depth: 1 };
}

const powers: Readonly<Record<string, number>> = {
  "(": 80,
  "[": 80,
  "@": 80,
  "#": 80,
  ".": 75,
  "{": 70,
  "*": 60,
  "/": 60,
  "%": 60,
  "+": 50,
  "-": 50,
  "&": 50,
  "=": 40,
  "!=": 40,
  "<": 40,
  "<=": 40,
  ">": 40,
  ">=": 40,
  "^": 40,
  "~>": 40,
  in: 40,
  and: 30,
  or: 25,
  "?": 20,
  ":=": 10,
};

function bindingPower(token: Token): number {
  if (token.kind !== "operator") return 0;
  return powers[token.id] ?? 0;
}

/** What begins an expression. */
function readPrefix(grammar: Grammar): RawExpression {
  const { reader } = grammar;
  const before = reader.lastEnd;
  const token = reader.advance(true);
  const span = { start: token.start, end: token.end };
  const leaf = { span, depth: 1 } as const;
  switch (token.kind) {
    case "name":
    case "variable":
    case "string":
      return { type: token.kind, value: String(token.value), ...leaf };
    case "number":
      return { type: "number", value: Number(token.value), ...leaf };
    case "value":
      if (typeof token.value === "boolean") return { type: "boolean", value: token.value, ...leaf };
      return { type: "null", ...leaf };
    case "regex":
      return { type: "regex", pattern: String(token.value), flags: token.flags ?? "", ...leaf };
    case "end":
      reader.restore(token, before);
      return { type: "end", ...leaf };
    case "operator":
      return readPrefixOperator(grammar, token, before);
  }
}

function readPrefixOperator(grammar: Grammar, token: Token, before: number): RawExpression {
  const { reader } = grammar;
  const span = { start: token.start, end: token.end };
  switch (token.id) {
    case "and":
    case "or":
    case "in":
      return { type: "name", value: token.id, span, depth: 1 };
    case "*":
      return { type: "wildcard", span, depth: 1 };
    case "**":
      return { type: "descendants", span, depth: 1 };
    case "%":
      return { type: "parent", span, depth: 1 };
    case "-": {
      const operand = grammar.expression(70);
      return {
        type: "negate",
        operand,
        ...place(grammar, token.start, [operand]),
      };
    }
    case "(":
      return readBlock(grammar, token);
    case "[":
      return readArray(grammar, token);
    case "{":
      return readObject(grammar, token);
    case "|":
      return readTransform(grammar, token);
    default:
      reader.report("S0211", span, { token: token.value });
      if (closers.has(token.id)) reader.restore(token, before);
      return missing(token.start);
  }
}

/** What continues an expression. */
function readInfix(grammar: Grammar, left: RawExpression): RawExpression {
  const { reader } = grammar;
  const token = reader.token;
  switch (token.id) {
    case "(":
      return readCall(grammar, left);
    case "[":
      return readPostfixBrackets(grammar, left);
    case "{":
      return readGroup(grammar, left);
    case "^":
      return readSort(grammar, left);
    case "@":
    case "#":
      return readFocus(grammar, left);
    case "?":
      return readCondition(grammar, left);
    case ":=":
      return readBind(grammar, left);
  }
  reader.advance();
  const right = grammar.expression(bindingPower(token));
  const where = place(grammar, left.span.start, [left, right]);
  if (token.id === ".") return { type: "dot", left, right, ...where };
  if (token.id === "~>") return { type: "apply", left, right, ...where };
  const operatorSpan = { start: token.start, end: token.end };
  return { type: "binary", operator: token.id as BinaryOperator, operatorSpan, left, right, ...where };
}

function readBind(grammar: Grammar, left: RawExpression): RawExpression {
  const { reader } = grammar;
  // JSONata has read the next word when it looks at the left side: a fault there comes first.
  reader.advance();
  if (left.type !== "variable")
    reader.report("S0212", left.span, { token: reader.text.slice(left.span.start, left.span.end) });
  const value = grammar.expression(9);
  const name = left.type === "variable" ? left.value : "";
  return { type: "bind", name, nameSpan: left.span, value, ...place(grammar, left.span.start, [value]) };
}
