import type { FilterExpression, FilterOperand } from "../filter-expression.ts";
import type { JsonPath } from "../json-path.ts";
import { type PathText, peek, skipBlanks, spanFrom, take, takePattern } from "./path-text.ts";
import { readQuotedName } from "./read-name.ts";

/** Reads a path that stands in a filter. */
export type ReadFilterPath = (source: PathText) => JsonPath | undefined;

/** Parentheses and `!` inside one another that are read. */
const deepestNesting = 32;

const comparison = /==|!=|<=|>=|<|>/y;
const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.-])/y;
const bareText = /[^\s=!<>&|~()[\]'",@$]+/y;

/** Reads `||` of `&&` of comparisons; nothing where the text is of another form. */
export function readFilterExpression(
  source: PathText,
  readPath: ReadFilterPath,
  nesting = 0,
): FilterExpression | undefined {
  return readCombination(source, "or", "||", () =>
    readCombination(source, "and", "&&", () => readTerm(source, readPath, nesting)),
  );
}

function readCombination(
  source: PathText,
  kind: "and" | "or",
  sign: string,
  readOperand: () => FilterExpression | undefined,
): FilterExpression | undefined {
  skipBlanks(source);
  const start = source.at;
  const operands: FilterExpression[] = [];
  do {
    const operand = readOperand();
    if (operand === undefined) return undefined;
    operands.push(operand);
    skipBlanks(source);
  } while (take(source, sign));
  const [only] = operands;
  if (operands.length === 1) return only;
  return Object.freeze({ kind, operands: Object.freeze(operands), span: spanFrom(source, start) });
}

function readTerm(source: PathText, readPath: ReadFilterPath, nesting: number): FilterExpression | undefined {
  skipBlanks(source);
  const start = source.at;
  if (nesting > deepestNesting) return undefined;
  if (peek(source) === "!" && peek(source, 1) !== "=") {
    source.at += 1;
    const operand = readTerm(source, readPath, nesting + 1);
    return operand && Object.freeze({ kind: "not", operand, span: spanFrom(source, start) });
  }
  if (take(source, "(")) {
    const inner = readFilterExpression(source, readPath, nesting + 1);
    skipBlanks(source);
    return take(source, ")") ? inner : undefined;
  }
  const left = readOperand(source, readPath);
  if (left === undefined) return undefined;
  skipBlanks(source);
  const operator = takePattern(source, comparison) as "==" | "!=" | "<" | "<=" | ">" | ">=" | undefined;
  if (operator === undefined) {
    return left.kind === "path"
      ? Object.freeze({ kind: "exists", path: left.path, span: left.span })
      : undefined;
  }
  skipBlanks(source);
  const right = readOperand(source, readPath);
  return right && Object.freeze({ kind: "compare", operator, left, right, span: spanFrom(source, start) });
}

function readOperand(source: PathText, readPath: ReadFilterPath): FilterOperand | undefined {
  const start = source.at;
  const next = peek(source);
  if (next === "@" || next === "$") {
    const path = readPath(source);
    return path && Object.freeze({ kind: "path", path, span: path.span });
  }
  if (next === "'" || next === '"') {
    const text = readQuotedName(source);
    return text && Object.freeze({ kind: "literal", value: text.name, span: text.span });
  }
  const digits = takePattern(source, number);
  if (digits !== undefined) {
    return Object.freeze({ kind: "literal", value: Number(digits), span: spanFrom(source, start) });
  }
  const word = takePattern(source, bareText);
  if (word === undefined || word.startsWith("/")) return undefined;
  const span = spanFrom(source, start);
  const known = words.get(word);
  if (known !== undefined) return Object.freeze({ kind: "literal", value: known, span });
  return Object.freeze({ kind: "literal", value: word, bare: true, span });
}

const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
