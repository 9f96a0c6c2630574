import type { Hole } from "../template/hole.ts";
import type { Param } from "../template/param.ts";
import type { ByItsText, JsonPathText } from "../template/raw-expression.ts";
import type { AtExpression, NextPaths, NoSuchPath, Roots } from "./json-path.kernel.ts";
import type { ArgumentHint, MissingArgument, NoSuchArgument } from "./messages.kernel.ts";
import type { MissingKeys, Returned, Unwritten } from "./template.kernel.ts";

// Payload templates of JSONPath: data, parameters of the deployment, arrows, and paths: `jsonPath("$.id")` as a value,
// or, as ASL has it, a text under a key with `.$`.
// T the template as it was written · A what it has to yield · S the scope of its arrows · D what `$` is there

type Fn = (...args: never) => unknown;
type Leaf = string | number | boolean | null | undefined;
type Wrong = NoSuchPath<any, any>;

/** Where a path can stand; `Paths` completes it. */
interface PathPlace<Paths extends string> extends Hole {
  readonly text: Paths | (string & Record<never, never>);
}

type VarsIn<S> = S extends { readonly vars: infer V } ? V : never;

/** What a raw expression yields. */
type Yielded<H, D, V> =
  H extends JsonPathText<infer Text, infer Value>
    ? Value extends ByItsText
      ? AtExpression<D, V, Text>
      : Value
    : H extends Param
      ? string
      : NoSuchPath<"jsonata", "this state's language is JSONPath">;

/** The text under a `.$` key: what completes it, and what is wrong with it. */
type WrittenFor<T, D, V> = T extends string
  ? string extends T
    ? string
    : AtExpression<D, V, T> extends infer X
      ? unknown extends X
        ? T
        : [X] extends [Wrong]
          ? X | NextPaths<D, V, T>
          : T | NextPaths<D, V, T>
      : never
  : string;

// ---- a template for a known type: `parameters`

type PathFree<S, D> =
  | Leaf
  | PathPlace<Roots<D, VarsIn<S>>>
  | ((scope: S) => unknown)
  | { readonly [key: string]: PathFree<S, D> }
  | readonly PathFree<S, D>[];

/** What a template for `A` may look like: it gives arrows their scope, and names their completions. */
type PathForm<A, S, D> = unknown extends A
  ? PathFree<S, D>
  :
      | A
      | PathPlace<Roots<D, VarsIn<S>>>
      | ((scope: S) => A)
      | (A extends Leaf
          ? never
          : A extends readonly (infer U)[]
            ? readonly PathForm<U, S, D>[]
            : { readonly [K in keyof A]?: PathForm<A[K], S, D> } & {
                readonly [K in `${keyof A & string}.$`]?:
                  | Roots<D, VarsIn<S>>
                  | (string & Record<never, never>);
              });

type PathFit<T, A, S, D> = T extends Fn
  ? (scope: S) => unknown extends A ? unknown : Returned<ReturnType<T>, A>
  : T extends Hole
    ? HoleFit<T, A, D, VarsIn<S>>
    : T extends Leaf
      ? A
      : unknown extends A
        ? {
            readonly [K in keyof T]: K extends `${string}.$`
              ? WrittenFor<T[K], D, VarsIn<S>>
              : PathFit<T[K], unknown, S, D>;
          }
        : A extends Leaf
          ? A
          : FitParts<T, Exclude<A, Leaf>, S, D>;

type HoleFit<T, A, D, V> =
  Yielded<T, D, V> extends infer X
    ? unknown extends X
      ? T
      : [X] extends [Wrong]
        ? X
        : [X] extends [A]
          ? T
          : A
    : never;

type Plain<T> = T extends readonly unknown[]
  ? T
  : { [K in keyof T as K extends `${infer N}.$` ? N : K]: T[K] };

type FitParts<T, A, S, D> = [MissingKeys<Plain<T>, A>] extends [never]
  ? {
      readonly [K in keyof T]: K extends `${infer N}.$`
        ? N extends keyof A
          ? WrittenTo<T[K], A[N], D, VarsIn<S>>
          : NoSuchArgument<K, ArgumentHint<K, keyof A>>
        : K extends keyof A
          ? PathFit<T[K], A[K], S, D>
          : NoSuchArgument<K, ArgumentHint<K, keyof A>>;
    }
  : MissingArgument<MissingKeys<Plain<T>, A>>;

type WrittenTo<T, A, D, V> = T extends string
  ? string extends T
    ? string
    : AtExpression<D, V, T> extends infer X
      ? unknown extends X
        ? T
        : [X] extends [Wrong]
          ? X | NextPaths<D, V, T>
          : [X] extends [A]
            ? T | NextPaths<D, V, T>
            : NoSuchPath<T, "its value is of another type"> | NextPaths<D, V, T>
      : never
  : string;

/** A template for `A`; the last branch is never taken: it is where `T` is inferred from. */
export type PathFitFor<T, A, S, D> = T extends Unwritten
  ? NoInfer<PathForm<A, S, D>>
  : T extends (...args: never) => infer R
    ? NoInfer<(scope: S) => unknown extends A ? unknown : Returned<R, A>>
    : T extends object | string | number | boolean | null
      ? NoInfer<PathFit<T, A, S, D>>
      : T;

// ---- a template whose own type is the result: `resultSelector`, `assign`, `parameters` of a Pass

type AnyText = string & Record<never, never>;

/** The empty text keeps the type of texts literal, so that statuses match; numbers do not stay literal. */
type Kept =
  | ""
  | AnyText
  | Something
  | null
  | undefined
  | { readonly [key: string]: "" | AnyText | Something | null | undefined };
type Something = NonNullable<unknown>;

type PathOpen<S, D> =
  | ((scope: S) => { readonly [key: string]: Kept } | Something)
  | { readonly [key: string]: PathOpenPart<S, D> };

type PathOpenPart<S, D> =
  | ""
  | AnyText
  | Leaf
  | PathPlace<Roots<D, VarsIn<S>>>
  | ((scope: S) => Kept)
  | { readonly [key: string]: PathOpenPart<S, D> }
  | readonly PathOpenPart<S, D>[];

/**
 * An object of templates, or an arrow that returns one. First nothing is known of it and it gives arrows their scope;
 * then it is what exactly this has to be. Where a branch returns the call, `T` is `any` at first. The last branch is never taken: it is where `T` is inferred from.
 */
export type PathOpenFor<T, S, D> = unknown extends T
  ? NoInfer<PathOpen<S, D>>
  : T extends Unwritten
    ? NoInfer<PathOpen<S, D>>
    : T extends (...args: never) => infer R
      ? NoInfer<(scope: S) => R extends object ? unknown : object>
      : T extends object
        ? NoInfer<Checked<T, S, D>>
        : T;

type Checked<T, S, D> = {
  readonly [K in keyof T]: K extends `${string}.$` ? WrittenFor<T[K], D, VarsIn<S>> : CheckedPart<T[K], S, D>;
};

type CheckedPart<T, S, D> = T extends Fn
  ? (scope: S) => unknown
  : T extends Leaf
    ? T
    : T extends Hole
      ? Yielded<T, D, VarsIn<S>> extends infer X
        ? unknown extends X
          ? T
          : [X] extends [Wrong]
            ? X
            : T
        : never
      : Checked<T, S, D>;

/** The value that a template yields. */
export type PathResolved<T, D, V> = T extends (scope: never) => infer R
  ? R
  : T extends Hole
    ? Yielded<T, D, V>
    : T extends string | null | undefined
      ? T
      : T extends number
        ? number
        : T extends boolean
          ? boolean
          : T extends readonly unknown[]
            ? { -readonly [K in keyof T]: PathResolved<T[K], D, V> }
            : {
                -readonly [K in keyof T as K extends `${infer N}.$` ? N : K]: K extends `${string}.$`
                  ? T[K] extends string
                    ? AtExpression<D, V, T[K]>
                    : unknown
                  : PathResolved<T[K], D, V>;
              };
