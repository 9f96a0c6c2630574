import type { Shape } from "@statewright/json-types";
import type { LambdaExpression } from "../jsonata/function-expression.ts";
import type { TransformExpression } from "../jsonata/transform-expression.ts";

/** What an expression can yield: JSON values (or nothing), and functions. */
export interface Value {
  readonly shape: Shape;
  /** The function it may be; a shape does not hold functions. */
  readonly callable?: Callable;
  /** What arrays it may be, beside plain ones; plain if it is left out. */
  readonly mark?: Mark;
  /** What arrays may be in it. */
  readonly inside?: Mark;
}

/**
 * JSONata marks the arrays that its functions and paths make. 0: plain arrays. 1: also sequences, of two items or
 * more, or with the mark to stay an array, which `$distinct` and paths unwrap. 2: also sequences that were never
 * unwrapped, which the next expression that reads them does.
 */
export type Mark = 0 | 1 | 2;

/** A function, as far as it is known. */
export type Callable =
  | { readonly kind: "any" }
  | { readonly kind: "matcher" }
  | { readonly kind: "builtin"; readonly name: string }
  | { readonly kind: "lambda"; readonly node: LambdaExpression; readonly place: Place }
  | { readonly kind: "transform"; readonly node: TransformExpression; readonly place: Place }
  /** `first ~> second`. */
  | { readonly kind: "chain"; readonly first: Callable; readonly second: Callable }
  | {
      readonly kind: "partial";
      readonly callee: Callable;
      /** Nothing where the argument is left open. */
      readonly arguments: readonly (Value | undefined)[];
    };

/** Where an expression is evaluated. */
export interface Place {
  readonly scope: Scope;
  readonly context: Context;
  /** It may be that it is not evaluated though the whole expression is. */
  readonly conditional: boolean;
}

/** The value that names and `$` refer to. */
export interface Context {
  readonly value: Value;
  /** The input document: an array is one item, where elsewhere paths go through its elements. */
  readonly document: boolean;
}

/** Variables of a block or a lambda (`owns`), or what a condition says of those outside. */
export interface Scope {
  readonly id: number;
  readonly parent: Scope | undefined;
  readonly owns: boolean;
  bindings: Map<string, Value> | undefined;
  /** What a condition says of expressions that are no plain paths, by their key. */
  readonly known: ReadonlyMap<string, Shape> | undefined;
  /** Counts assignments, so that what was known of an older value is not used for a newer one. */
  version: number;
}
