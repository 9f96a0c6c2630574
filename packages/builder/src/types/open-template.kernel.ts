import type { Param } from "../template/param.ts";

type Something = NonNullable<unknown>;
type Leaf = string | number | boolean | null | undefined;

/** Texts keep their literal type, numbers do not, so that statuses match and counters can loop. */
export type Kept<S extends string> =
  | S
  | Something
  | null
  | undefined
  | { readonly [key: string]: S | Something | null | undefined };

/** A template for any value, whose own type is the result. */
export type Open<S extends string, Scope> = ((scope: Scope) => Kept<S>) | OpenParts<S, Scope>;

type OpenParts<S extends string, Scope> =
  | S
  | Leaf
  | Param
  | { readonly [key: string]: Open<S, Scope> }
  | readonly Open<S, Scope>[];

/** A template for variables: an object, or an arrow that returns one. */
export type OpenObject<S extends string, Scope> =
  | ((scope: Scope) => object | { readonly [key: string]: S | Something | null | undefined })
  | { readonly [key: string]: Open<S, Scope> };

/** The value that a template yields. */
export type Resolved<T> = T extends (scope: never) => infer R
  ? R
  : T extends Param
    ? string
    : T extends Leaf
      ? T
      : { -readonly [K in keyof T]: Resolved<T[K]> };
