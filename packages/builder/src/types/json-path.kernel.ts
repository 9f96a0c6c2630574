import type { Context } from "./context.ts";
import type { Hint } from "./messages.kernel.ts";

// Paths of JSONPath in types: what stands at a path, what is wrong with it, and what could be written there.
// D what `$` is · V an object of the variables · S the path as it was written · M whether it can match many

/** The context object as paths see it: also the parts that only some fields have (R-CTX). */
export interface PathContext extends Context {
  readonly Task: { readonly Token: string };
  readonly Map: { readonly Item: { readonly Index: number; readonly Value: unknown } };
}

/** "Argument of type '"$.ordr"' is not assignable to parameter of type 'NoSuchPath<"ordr", "did you mean \"order\"?">'." */
export interface NoSuchPath<Name extends string, Why extends string> {
  readonly name: Name;
  readonly why: Why;
}

type Wrong = NoSuchPath<any, any>;
type NotThere = undefined | null;

type KeysOf<T> = T extends readonly unknown[] ? never : T extends object ? keyof T & string : never;

/** What a field holds where it is there: a path that finds nothing fails (R-PATH-05). */
type Field<T, N extends string> = T extends readonly unknown[]
  ? never
  : T extends object
    ? N extends keyof T
      ? Exclude<T[N], undefined>
      : string extends keyof T
        ? T[keyof T]
        : never
    : never;

type Get<T, N extends string> = unknown extends T
  ? unknown
  : N extends KeysOf<T>
    ? Field<T, N>
    : [Exclude<T, NotThere>] extends [never]
      ? unknown
      : NoSuchPath<
          N,
          Hint<
            N,
            KeysOf<T>,
            [KeysOf<T>] extends [never] ? "there are no fields here" : "no field has a name like it"
          >
        >;

type Element<T, At extends string> = unknown extends T
  ? unknown
  : Exclude<T, NotThere> extends readonly (infer U)[]
    ? U
    : NoSuchPath<At, "there is no array here">;

type Found<T, M> = M extends true ? T[] : T;

/** What stands at the rest of a path: one step, then on. */
type Walk<T, Rest extends string, M> = [T] extends [Wrong]
  ? unknown extends T
    ? unknown
    : T
  : Rest extends ""
    ? Found<T, M>
    : Rest extends `..${string}`
      ? unknown[]
      : Rest extends `.*${infer More}`
        ? Walk<Values<T>, More, true>
        : Rest extends `.${infer More}`
          ? Dotted<T, More, M>
          : Rest extends `[*]${infer More}`
            ? Walk<Element<T, "[*]">, More, true>
            : Rest extends `['${infer N}']${infer More}`
              ? Walk<Get<T, N>, More, M>
              : Rest extends `[?${string}]${infer More}`
                ? Walk<Element<T, "[?…]">, More, true>
                : Rest extends `[${string}:${string}]${infer More}`
                  ? Walk<Element<T, "[:]">, More, true>
                  : Rest extends `[${infer N}]${infer More}`
                    ? Walk<Element<T, `[${N}]`>, More, N extends `${string},${string}` ? true : M>
                    : NoSuchPath<Rest, "it is no step of a path">;

type Values<T> = T extends readonly (infer U)[] ? U : T extends object ? T[keyof T] : unknown;

/** A name ends at the next dot or bracket. */
type Dotted<T, Rest extends string, M> = Rest extends `${infer N}[${infer More}`
  ? N extends `${infer First}.${infer Others}`
    ? Walk<Get<T, First>, `.${Others}[${More}`, M>
    : Walk<Get<T, N>, `[${More}`, M>
  : Rest extends `${infer First}.${infer Others}`
    ? Others extends `.${string}`
      ? unknown[]
      : Walk<Get<T, First>, `.${Others}`, M>
    : Walk<Get<T, Rest>, "", M>;

/** `$name`: the value of a variable; the name ends at the next dot or bracket. */
type OfVariable<V, Rest extends string> = Rest extends `${infer N}[${infer More}`
  ? N extends `${infer First}.${infer Others}`
    ? Walk<Variable<V, First>, `.${Others}[${More}`, false>
    : Walk<Variable<V, N>, `[${More}`, false>
  : Rest extends `${infer First}.${infer Others}`
    ? Walk<Variable<V, First>, `.${Others}`, false>
    : Variable<V, Rest>;

type Variable<V, N extends string> = N extends keyof V
  ? Exclude<V[N], undefined>
  : NoSuchPath<`$${N}`, Hint<N, keyof V & string, "no variable has a name like it">>;

type Trimmed<S extends string> = S extends ` ${infer R}`
  ? Trimmed<R>
  : S extends `${infer R} `
    ? Trimmed<R>
    : S;

/** What stands at a path: of the data (`$`), the context object (`$$`) or a variable (`$name`). */
export type AtPath<D, V, S extends string> = S extends `$$${infer Rest}`
  ? Walk<PathContext, Rest, false>
  : S extends "$" | `$.${string}` | `$[${string}`
    ? S extends `$${infer Rest}`
      ? Walk<D, Rest, false>
      : never
    : S extends `$${infer Rest}`
      ? OfVariable<V, Rest>
      : NoSuchPath<S, "a path begins with `$`">;

interface Intrinsics {
  Format: string;
  StringToJson: unknown;
  JsonToString: string;
  Array: unknown[];
  ArrayPartition: unknown[][];
  ArrayContains: boolean;
  ArrayRange: number[];
  ArrayGetItem: unknown;
  ArrayLength: number;
  ArrayUnique: unknown[];
  Base64Encode: string;
  Base64Decode: string;
  Hash: string;
  JsonMerge: { [key: string]: unknown };
  MathRandom: number;
  MathAdd: number;
  StringSplit: string[];
  UUID: string;
}

/** The paths among the arguments of a call that lead nowhere; what is nested in them is not looked into. */
type WrongArguments<D, V, A extends string> = A extends `${string}'${string}'${infer Rest}`
  ? WrongArguments<D, V, Rest>
  : A extends `${infer First},${infer Rest}`
    ? WrongArgument<D, V, Trimmed<First>> | WrongArguments<D, V, Rest>
    : WrongArgument<D, V, Trimmed<A>>;

type WrongArgument<D, V, S extends string> = S extends `$${string}`
  ? AtPath<D, V, S extends `${infer Path})` ? Path : S> extends infer X
    ? unknown extends X
      ? never
      : Extract<X, Wrong>
    : never
  : never;

/** What a `.$` value yields: of a path, or of the call of an intrinsic function (R-JP-07). */
export type AtExpression<D, V, S extends string> = S extends `States.${infer Name}(${infer Rest}`
  ? Name extends keyof Intrinsics
    ? Rest extends `${infer Arguments})`
      ? [WrongArguments<D, V, Arguments>] extends [never]
        ? Intrinsics[Name]
        : WrongArguments<D, V, Arguments>
      : NoSuchPath<S, "a call ends with `)`">
    : NoSuchPath<`States.${Name}`, Hint<Name, keyof Intrinsics, "no intrinsic function has a name like it">>
  : AtPath<D, V, S>;

// ---- completions: what can be written one step on

type Below<T, P extends string> = unknown extends T
  ? never
  : T extends readonly unknown[]
    ? `${P}[0]` | `${P}[*]`
    : T extends object
      ? `${P}${NextStep<keyof T & string>}`
      : never;

type NextStep<N extends string> = N extends `${string}${" " | "." | "[" | "'"}${string}`
  ? `['${N}']`
  : `.${N}`;

type Before<S extends string> = S extends `${infer A}.${infer B}`
  ? B extends `${string}.${string}`
    ? `${A}.${Before<B>}`
    : A
  : "";

/** The paths one step on from `S`; where it leads nowhere, from what stands before its last dot. */
export type NextPaths<D, V, S extends string> =
  AtPath<D, V, S> extends infer X
    ? [X] extends [Wrong]
      ? Before<S> extends infer P extends string
        ? P extends ""
          ? Roots<D, V>
          : Below<AtPath<D, V, P>, P>
        : never
      : Below<X, S>
    : never;

export type Roots<D, V> = "$" | Below<D, "$"> | `$${keyof V & string}` | Below<PathContext, "$$">;

/** A parameter for a path; what it says of a wrong one, and what completes it. */
export type PathFor<D, V, S extends string> = string extends S
  ? string
  : AtPath<D, V, S> extends infer X
    ? unknown extends X
      ? S
      : [X] extends [Wrong]
        ? X | NoInfer<NextPaths<D, V, S>>
        : S | NoInfer<NextPaths<D, V, S>>
    : never;

/** The same where the value has to be of a type. */
export type PathTo<D, V, S extends string, Want> = string extends S
  ? string
  : AtPath<D, V, S> extends infer X
    ? unknown extends X
      ? S
      : [X] extends [Wrong]
        ? X | NoInfer<NextPaths<D, V, S>>
        : [X] extends [Want]
          ? S | NoInfer<NextPaths<D, V, S>>
          : NoSuchPath<S, "its value is of another type"> | NoInfer<NextPaths<D, V, S>>
    : never;

/** A parameter for a path or the call of an intrinsic function whose value has to be of a type. */
export type ExpressionTo<D, V, S extends string, Want> = string extends S
  ? string
  : S extends `States.${string}`
    ? AtExpression<D, V, S> extends infer X
      ? unknown extends X
        ? S
        : [X] extends [Want]
          ? S
          : X extends Wrong
            ? X
            : NoSuchPath<S, "its value is of another type">
      : never
    : PathTo<D, V, S, Want>;

// ---- ResultPath

type Flat<T> = { [K in keyof T]: T[K] };

type Put<T, Rest extends string, R> = Rest extends ""
  ? R
  : Rest extends `.${infer More}`
    ? More extends `${infer N}[${infer Others}`
      ? N extends `${infer First}.${infer Last}`
        ? PutField<T, First, `.${Last}[${Others}`, R>
        : PutField<T, N, `[${Others}`, R>
      : More extends `${infer First}.${infer Others}`
        ? PutField<T, First, `.${Others}`, R>
        : PutField<T, More, "", R>
    : Rest extends `['${infer N}']${infer More}`
      ? PutField<T, N, More, R>
      : Rest extends `[${string}]${infer More}`
        ? Exclude<T, NotThere> extends readonly (infer U)[]
          ? (U | Put<U, More, R>)[]
          : NoSuchPath<Rest, "there is no array here">
        : NoSuchPath<Rest, "it is no step of a path">;

type PutField<T, N extends string, More extends string, R> = unknown extends T
  ? { [K in N]: Put<unknown, More, R> }
  : T extends NotThere
    ? { [K in N]: Put<unknown, More, R> }
    : T extends readonly unknown[]
      ? NoSuchPath<N, "an array takes no fields">
      : T extends object
        ? Put<N extends keyof T ? T[N] : unknown, More, R> extends infer X
          ? [X] extends [Wrong]
            ? unknown extends X
              ? Flat<{ [K in keyof T as K extends N ? never : K]: T[K] } & { [K in N]: X }>
              : X
            : Flat<{ [K in keyof T as K extends N ? never : K]: T[K] } & { [K in N]: X }>
          : never
        : NoSuchPath<N, "what stands here takes no fields">;

/** The input `I` with the result `R` at the path `S` (R-RP-01); `null` discards it (R-JP-03). */
export type Placed<I, S, R> = S extends null
  ? I
  : S extends `$$${string}`
    ? NoSuchPath<S, "a result goes into the data, not into the context">
    : S extends "$"
      ? R
      : S extends `$.${string}` | `$[${string}`
        ? S extends `$${infer Rest}`
          ? Rest extends `${string}${"*" | "?" | ".." | ":" | "@"}${string}`
            ? NoSuchPath<Rest, "a result goes to one place">
            : Put<I, Rest, R>
          : never
        : NoSuchPath<S & string, "a result goes to `$` or below it">;

export type ResultPathFor<I, S, R> = string extends S
  ? string | null
  : S extends null
    ? null
    : Placed<I, S, R> extends infer X
      ? unknown extends X
        ? S
        : [X] extends [Wrong]
          ? X
          : S | NoInfer<NextPaths<I, never, S & string>>
      : never;
