import type { Span } from "@statewright/diagnostics";
import type { JsonataExpression } from "./expression.ts";
import type { Pair } from "./operator-expression.ts";

/**
 * `a.b[0]{…}`: each step is evaluated for every item of the step before, the results are made one flat
 * sequence. A field alone (`a`) is a path of one step.
 */
export interface PathExpression {
  readonly kind: "path";
  readonly steps: readonly PathStep[];
  /** `{key: value}` after the path: its items are grouped into one object. */
  readonly group?: readonly Pair[];
  /** `[]` stands on the path as a whole, so that one item stays an array of one. */
  readonly keepArray: boolean;
  /** `[]` stands on one of its steps, which keeps the array of one as well. */
  readonly keepSingleton: boolean;
  /** Its steps' variables are visible in the path around it (`%`, `@`, `#`). */
  readonly tuple: boolean;
  readonly span: Span;
}

/** One step of a path. */
export interface PathStep {
  readonly node: JsonataExpression | FieldName | SortStep;
  readonly stages: readonly Stage[];
  /** `[]` on this step. */
  readonly keepArray: boolean;
  /** `@$name`: the item becomes a variable, the context stays. */
  readonly focus?: string;
  /** `#$name`: the position becomes a variable. */
  readonly index?: string;
  /** The value before the step is kept for the `%` with this number. */
  readonly ancestor?: number;
  /** The step's variables are carried along. */
  readonly tuple: boolean;
  /** An array constructor as a step: its arrays are items of their own, never spread. */
  readonly constructs: boolean;
  readonly span: Span;
}

/** A field's name as a step; the only place where names stand. */
export interface FieldName {
  readonly kind: "name";
  readonly name: string;
  readonly span: Span;
}

/** `^(<a, >b)` as a step: sorts the items. */
export interface SortStep {
  readonly kind: "sort";
  readonly terms: readonly { readonly expression: JsonataExpression; readonly descending: boolean }[];
  readonly span: Span;
}

/** `[predicate]` or `#$name` after a step that has predicates already. */
export type Stage =
  | { readonly kind: "filter"; readonly predicate: JsonataExpression; readonly span: Span }
  | { readonly kind: "index"; readonly name: string; readonly span: Span };

/** `operand[predicate]{…}[]` on what is not a path: `$orders[0]`, `$f(x)[]`. Applied in this order. */
export interface PostfixExpression {
  readonly kind: "postfix";
  readonly operand: JsonataExpression;
  readonly predicates: readonly JsonataExpression[];
  readonly group?: readonly Pair[];
  readonly keepArray: boolean;
  readonly span: Span;
}
