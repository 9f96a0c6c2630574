import type { Param } from "../template/param.ts";

type Something = NonNullable<unknown>;
type Leaf = string | number | boolean | null | undefined;

/**
 * Texts keep their literal type, numbers do not, so that statuses match and counters can loop: where a kind of text is
 * among what may be returned, the compiler keeps each. Which kind does not matter, as anything may be.
 */
type AnyText = Uppercase<string>;

export type Kept =
  | AnyText
  | Something
  | null
  | undefined
  | { readonly [key: string]: AnyText | Something | null | undefined };

/**
 * A template for any value, whose own type is the result. `S` keeps the literal type of texts in it; it is never when
 * the scope of an arrow is looked for. There the methods of a text or a list would stand beside the fields of an object:
 * an arrow in a field named `at` or `link` would be taken for one.
 */
export type Open<S extends string, Scope> = ((scope: Scope) => Kept) | OpenParts<S, Scope>;

type OpenParts<S extends string, Scope> =
  | S
  | Exclude<Leaf, string>
  | Param
  | { readonly [key: string]: Open<S, Scope> }
  | OpenList<S, Scope>;

/** A list without its methods; a text as well. */
interface OpenList<S extends string, Scope> {
  readonly [index: number]: Open<S, Scope>;
  readonly length: number;
}

/** A template for variables: an object, or an arrow that returns one. */
export type OpenObject<S extends string, Scope> =
  | ((scope: Scope) => object | { readonly [key: string]: AnyText | Something | null | undefined })
  | { readonly [key: string]: Open<S, Scope> };

/** The value that a template yields. */
export type Resolved<T> = T extends (scope: never) => infer R
  ? R
  : T extends Param
    ? string
    : T extends Leaf
      ? T
      : { -readonly [K in keyof T]: Resolved<T[K]> };
