import type { Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "./expression.ts";

/** The operators that take two values. `..` stands only inside an array constructor. */
export type BinaryOperator =
  | ("+" | "-" | "*" | "/" | "%" | "&")
  | ("=" | "!=" | "<" | "<=" | ">" | ">=" | "in")
  | ("and" | "or" | "..");

/** `left operator right`. */
export interface BinaryExpression {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: JsonataExpression;
  readonly right: JsonataExpression;
  readonly span: Span;
}

/** `-operand`. */
export interface NegateExpression {
  readonly kind: "negate";
  readonly operand: JsonataExpression;
  readonly span: Span;
}

/** `[a, b]`: items that are arrays are spread, unless they are written as array constructors themselves. */
export interface ArrayExpression {
  readonly kind: "array";
  readonly items: readonly JsonataExpression[];
  readonly span: Span;
}

/** One `key: value` of an object constructor or a grouping. */
export interface Pair {
  readonly key: JsonataExpression;
  readonly value: JsonataExpression;
}

/** `{'key': value}`: where the context is an array, it groups the items by key. */
export interface ObjectExpression {
  readonly kind: "object";
  readonly pairs: readonly Pair[];
  readonly span: Span;
}
