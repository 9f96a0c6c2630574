import type { Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "./expression.ts";

/** `callee(arguments)`. */
export interface CallExpression {
  readonly kind: "call";
  readonly callee: JsonataExpression;
  readonly arguments: readonly JsonataExpression[];
  readonly span: Span;
}

/** `callee(a, ?)`: a function of the arguments that are left open. */
export interface PartialExpression {
  readonly kind: "partial";
  readonly callee: JsonataExpression;
  readonly arguments: readonly (JsonataExpression | OpenArgument)[];
  readonly span: Span;
}

/** The `?` of a partial application. */
export interface OpenArgument {
  readonly kind: "open";
  readonly span: Span;
}

/** The name of a parameter, without `$`. */
export interface Parameter {
  readonly name: string;
  readonly span: Span;
}

/** `function($a, $b)<nn:n>{ body }`. */
export interface LambdaExpression {
  readonly kind: "lambda";
  readonly parameters: readonly Parameter[];
  /** With its angle brackets, as written but for blanks: `<nn:n>`. */
  readonly signature?: string;
  readonly body: JsonataExpression;
  readonly span: Span;
}

/** `left ~> right`: the value of `left` becomes the first argument of `right`. */
export interface ApplyExpression {
  readonly kind: "apply";
  readonly left: JsonataExpression;
  readonly right: JsonataExpression;
  readonly span: Span;
}
