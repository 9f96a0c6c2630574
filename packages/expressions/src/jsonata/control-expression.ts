import type { Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "./expression.ts";

/** `condition ? then : otherwise`; without `otherwise` the value is missing when the condition fails. */
export interface ConditionExpression {
  readonly kind: "condition";
  readonly condition: JsonataExpression;
  readonly consequent: JsonataExpression;
  readonly alternate?: JsonataExpression;
  readonly span: Span;
}

/** `(a; b)`: parentheses. The value is that of the last; variables bound inside end with it. */
export interface BlockExpression {
  readonly kind: "block";
  readonly expressions: readonly JsonataExpression[];
  readonly span: Span;
}

/** `$name := value`. */
export interface BindExpression {
  readonly kind: "bind";
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: JsonataExpression;
  readonly span: Span;
}
