import type { Hint } from "./messages.kernel.ts";
import type { StatesError } from "./options.ts";

/**
 * The names that `Error` can have in a handler of `C`, behind a state with the declared errors `E`: wildcards stand for
 * what they match (R-ERR-11, R-ERR-14, R-ERR-15).
 */
export type Caught<C, E> = C extends "States.ALL"
  ? E | Exclude<StatesError, "States.ALL" | "States.Runtime">
  : C extends "States.TaskFailed"
    ?
        | E
        | Exclude<
            StatesError,
            "States.ALL" | "States.Runtime" | "States.Timeout" | "States.DataLimitExceeded"
          >
    : C extends "States.Timeout"
      ? "States.Timeout" | "States.HeartbeatTimeout"
      : C;

/**
 * What `catch` takes for the names `C`: the same, where they are declared. The first branch is for completions, the
 * last is never taken: it is where `C` is inferred from.
 */
export type Declared<C, E> = string extends C
  ? NoInfer<E | StatesError>
  : C extends readonly unknown[]
    ? NoInfer<{ readonly [K in keyof C]: DeclaredName<C[K], E> }>
    : C extends string
      ? NoInfer<DeclaredName<C, E>>
      : C;

/** Where no name is near, those that there are. */
type DeclaredName<C, E> = C extends E | StatesError
  ? C
  : [Hint<C & string, E | StatesError, never>] extends [never]
    ? E | StatesError
    : `✗ ${Hint<C & string, E | StatesError, never>}`;

/** One name, or those of a list. */
export type ErrorName<C> = C extends readonly (infer Name)[] ? Name : C;

/** A Fail and its error, which a Parallel or Map round it reports (R-ERR-16). */
export interface Raised<E> {
  readonly raises: E;
  readonly called: Raised<E>;
  readonly begin: never;
  readonly before: never;
}

/** What a Fail with the fields `X` reports. */
export type RaisedBy<X> = X extends { readonly error: infer T }
  ? Raised<T extends string ? T : string>
  : never;

/** The errors among all that a chain remembers. */
export type ErrorsIn<L> = L extends { readonly errors: infer E extends string }
  ? E
  : L extends Raised<infer E extends string>
    ? E
    : never;
