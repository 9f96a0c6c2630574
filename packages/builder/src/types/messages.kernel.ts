// What a person reads in an error of the compiler. A brand's name and its first arguments are the whole message,
// and nothing of it is worked out where all is right.

/** "Type 'NoSuchState<"Refnd", "did you mean \"Refund\"?">' has no call signatures." */
export interface NoSuchState<To, Hint> {
  readonly to: To;
  readonly hint: Hint;
}

/** "Type 'number' is not assignable to type 'NoSuchArgument<"amuont", "did you mean \"amount\"?">'." */
export interface NoSuchArgument<K, Hint> {
  readonly name: K;
  readonly hint: Hint;
}

export type ArgumentHint<K, Known> = Hint<K & string, Known, "there is none like it">;

/** "Type '{ orderId: string; }' is not assignable to type '"✗ amount is missing"'." */
export type MissingArgument<K> = `✗ ${K & string} is missing`;

/** What would come out is not what `.output(…)` promises. */
export interface OutputDoesNotFit<Paths> {
  readonly paths: Paths;
}

/** Texts with one character taken out: two names that share one are a typo apart. In tail position, for long names. */
type Deletions<S extends string, Head extends string = "", All = never> = S extends `${infer C}${infer Rest}`
  ? Deletions<Rest, `${Head}${C}`, All | `${Head}${Rest}`>
  : All;

/** Put off while `T` is not known: all candidates are much work. */
type Near<T extends string, C> = T extends unknown
  ? C extends string
    ? Extract<Deletions<T> | T, Deletions<C> | C> extends never
      ? never
      : C
    : never
  : never;

export type Hint<T extends string, C, Otherwise = "no state has a name like it"> = [Near<T, C>] extends [
  never,
]
  ? Otherwise
  : `did you mean "${Near<T, C>}"?`;

/** The first paths at which `A` does not fit `B`. */
export type Misfit<A, B, P extends string = ""> = A extends B
  ? never
  : A extends readonly (infer X)[]
    ? B extends readonly (infer Y)[]
      ? Misfit<X, Y, `${P}[]`>
      : `${Whole<P>} is an array`
    : A extends object
      ? B extends object
        ? {
            [K in keyof B & string]: K extends keyof A
              ? Misfit<A[K], B[K], Below<P, K>>
              : undefined extends B[K]
                ? never
                : `${Below<P, K>} is missing`;
          }[keyof B & string]
        : `${Whole<P>} has another type`
      : `${Whole<P>} has another type`;

type Below<P extends string, K extends string> = P extends "" ? K : `${P}.${K}`;
type Whole<P extends string> = P extends "" ? "the value" : P;
