import type { Param } from "../template/param.ts";
import type { ArgumentHint, MissingArgument, NoSuchArgument } from "./messages.kernel.ts";

type Fn = (...args: never) => unknown;
type Something = NonNullable<unknown>;
type Leaf = string | number | boolean | null | undefined;

/** Data with holes: values, parameters of the deployment and arrows, in objects and arrays. */
export type Free<S> =
  | Exclude<Leaf, string>
  | Param
  | ((scope: S) => unknown)
  | { readonly [key: string]: Free<S> }
  | FreeList<S>;

/** A list without its methods, which would stand beside the fields of an object; a text as well. */
interface FreeList<S> {
  readonly [index: number]: Free<S>;
  readonly length: number;
}

/** What a template for `A` may look like: it gives arrows their scope, and names their completions. */
export type Form<A, S> = unknown extends A
  ? Free<S>
  :
      | A
      | Param
      | ((scope: S) => A)
      | (A extends Leaf
          ? never
          : A extends readonly (infer U)[]
            ? readonly Form<U, S>[]
            : { readonly [K in keyof A]?: Form<A[K], S> });

/**
 * What the template `T` has to be, to yield `A`. Follows `T`, so that an error stands at the smallest wrong part
 * and names only what is wanted there.
 */
export type Fit<T, A, S> = unknown extends A
  ? Free<S>
  : T extends Fn
    ? (scope: S) => Returned<ReturnType<T>, A>
    : T extends Param
      ? string extends A
        ? Param
        : A
      : T extends Leaf
        ? A
        : A extends Leaf
          ? A
          : FitParts<T, Exclude<A, Leaf>, S>;

type FitParts<T, A, S> = [MissingKeys<T, A>] extends [never]
  ? {
      readonly [K in keyof T]: K extends keyof A
        ? Fit<T[K], A[K], S>
        : NoSuchArgument<K, ArgumentHint<K, keyof A>>;
    }
  : MissingArgument<MissingKeys<T, A>>;

/** What an arrow for `A` that returns `R` has to return. */
export type Returned<R, A> = [R] extends [A]
  ? [keyof R] extends [keyof A]
    ? A
    : R extends Leaf | readonly unknown[]
      ? A
      : A & { readonly [K in Exclude<keyof R, AllKeys<A>>]: NoSuchArgument<K, ArgumentHint<K, AllKeys<A>>> }
  : R extends Leaf | readonly unknown[]
    ? A
    : [MissingKeys<R, A>] extends [never]
      ? A & { readonly [K in Exclude<keyof R, AllKeys<A>>]: NoSuchArgument<K, ArgumentHint<K, AllKeys<A>>> }
      : MissingArgument<MissingKeys<R, A>>;

type AllKeys<A> = A extends unknown ? keyof A : never;

export type MissingKeys<T, A> = A extends readonly unknown[]
  ? never
  : { [K in keyof A]-?: K extends keyof T ? never : Something extends Pick<A, K> ? never : K }[keyof A];

/** What `T` is before it is known what was written: the form then gives arrows their scope. */
export interface Unwritten {
  readonly [unwritten]: never;
}

declare const unwritten: unique symbol;

/** The last branch is never taken: it is where `T` is inferred from. */
export type FitFor<T, A, S> = T extends Unwritten
  ? NoInfer<Form<A, S>>
  : T extends (...args: never) => infer R
    ? NoInfer<(scope: S) => Returned<R, A>>
    : T extends object | string | number | boolean | null
      ? NoInfer<Fit<T, A, S>>
      : T;

/** The same for an object whose fields are each a template. */
export type FitFields<T, A, S> = T extends object ? FitParts<T, A, S> : T;
