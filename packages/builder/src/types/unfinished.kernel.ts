import type { Jump } from "./labels.kernel.ts";
import type { Misfit } from "./messages.kernel.ts";

// A state that lacks something stands among the open jumps until it has it. The chain keeps its types behind it, so
// that one mistake is one error: at the name of the next state, or at the `end` that comes before one.

/** A task without `.arguments(…)` whose input is none for it. */
export interface Unfed<N, In, A> {
  readonly task: N;
  readonly in: In;
  readonly arguments: A;
}

/** A Choice without `.otherwise(…)` whose tests leave some inputs. */
export interface Unclosed<N> {
  readonly choice: N;
}

/** A fragment whose input is not what stands before it. */
export interface Unmet<Why> {
  readonly fragment: Why;
}

/** A jump that would lead out of a branch of a Parallel, the body of a Map or a fragment. */
export interface Leaving<To, From> {
  readonly leaving: From;
  readonly to: To;
}

/** What a branch hands on. Where it does not compile nothing is known of it, its names neither: nothing more is said. */
export type Came<I, Ns> = string extends Ns ? any : I;

/** What a task with the input `In` lacks. */
export type Lacking<N, In, A> = [In] extends [A] ? never : Unfed<N, In, A>;

/** What a fragment for the input `I` lacks behind `In`. */
export type Needing<In, I> = [In] extends [I] ? never : Unmet<Why<In, I>>;

/** What is left open once the task has its arguments. */
export type Fed<P> = [P] extends [never] ? never : Exclude<P, Unfed<any, any, any>>;

/** What is unfinished of what is open. */
export type Unfinished<P> = Exclude<P, Jump<any, any, any>>;

/** What is open behind a Parallel, Map or fragment: no jump can leave it. */
export type Kept<P, From> = [P] extends [never]
  ? never
  : P extends Jump<infer To, any, any>
    ? Leaving<To, From>
    : P;

/** What the name of the next state says of it. */
export type UnfinishedText<U> =
  U extends Unfed<infer N extends string, infer In, infer A>
    ? `✗ "${N}" needs .arguments(): ${Why<In, A>}`
    : U extends Unclosed<infer N extends string>
      ? `✗ "${N}" needs .otherwise()`
      : U extends Leaving<infer To extends string, infer From extends string>
        ? `✗ next("${To}") cannot leave "${From}"`
        : U extends Unmet<infer Reason extends string>
          ? `✗ the fragment before needs another input: ${Reason}`
          : never;

/** "Type 'NeedsArguments<"Charge", "orderId is missing">' has no call signatures." */
export interface NeedsArguments<N, Why> {
  readonly state: N;
  readonly why: Why;
}

/** "Type 'NeedsOtherwise<"HowPaid">' has no call signatures." */
export interface NeedsOtherwise<N> {
  readonly state: N;
}

/** "Type 'NextCannotLeave<"Each", "Refund">' has no call signatures." */
export interface NextCannotLeave<From, To> {
  readonly state: From;
  readonly to: To;
}

/** "Type 'FragmentNeeds<"id is missing">' has no call signatures." */
export interface FragmentNeeds<Why> {
  readonly why: Why;
}

/** What `end` says of it. */
export type UnfinishedBrand<U> =
  U extends Unfed<infer N, infer In, infer A>
    ? NeedsArguments<N, Why<In, A>>
    : U extends Unclosed<infer N>
      ? NeedsOtherwise<N>
      : U extends Leaving<infer To, infer From>
        ? NextCannotLeave<From, To>
        : U extends Unmet<infer Reason>
          ? FragmentNeeds<Reason>
          : never;

type Why<In, A> = [Misfit<In, A>] extends [never] ? "the input has another type" : Misfit<In, A>;
