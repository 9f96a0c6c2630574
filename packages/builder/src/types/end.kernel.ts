import type { Top } from "./fixed.kernel.ts";
import type { Flow } from "./flow.kernel.ts";
import type { InAt, InputOf, Jump, VarsOf } from "./labels.kernel.ts";
import type { Hint, Misfit, NoSuchState, OutputDoesNotFit } from "./messages.kernel.ts";
import type { BeginOf, TasksOf } from "./remembered.kernel.ts";
import type { Unfinished, UnfinishedBrand, UnfinishedText } from "./unfinished.kernel.ts";
import type { AllVars } from "./variables.kernel.ts";
import type { Workflow } from "./workflow.ts";

// The letters, in all kernels:
// I input of the next state · V variables · L states so far · Ns their names · P jumps still open
// O what branches have ended with · F what is fixed for the chain
// Out what the state hands on · NV what it assigns on success · CI, CV what its open handlers hand on
// A arguments, R result, E errors of a task · T a template or test as it was written · S its texts

export type Name<N extends string, Ns, I, P> =
  Has<Ns, N> extends true
    ? Twice<N, Ns>
    : [P] extends [never]
      ? Reached<N, I>
      : [Unfinished<P>] extends [never]
        ? Reached<N, InAt<I, P, N>>
        : UnfinishedText<Unfinished<P>>;

/** Asked aside: where `N extends Ns` holds, `N` would mean all names at once in what is said about it. */
type Has<Ns, N> = N extends Ns ? true : false;

type Twice<N extends string, Ns> = string extends Ns ? N : `✗ state "${N}" exists already`;

type Reached<N extends string, I> = [I] extends [never] ? "✗ no path leads to this state" : N;

/** `Ns` is there for completions only. */
export type NextName<N extends string, I, V, L, Ns> = string extends Ns
  ? N
  : N extends Ns
    ? [I] extends [InputOf<L, N>]
      ? [AllVars<V>] extends [AllVars<VarsOf<L, N>>]
        ? N
        : `✗ next("${N}"): variable ${Misfit<AllVars<V>, AllVars<VarsOf<L, N>>>}`
      : `✗ next("${N}"): input ${Misfit<I, InputOf<L, N>>}`
    : N | NoInfer<Ns>;

declare const end: unique symbol;

/** What a chain leaves behind. Small, so that comparing callbacks is cheap. */
export interface End<I, V, L, Ns, P, O> {
  readonly [end]: {
    readonly i: I;
    readonly v: V;
    readonly l: L;
    readonly n: Ns;
    readonly p: P;
    readonly o: O;
  };
}

/** Any of them. Says nothing of its parts, so that no `any` of this place is inferred into a branch. */
export interface AnyEnd {
  readonly [end]: object;
}

/** Whatever a chain leaves behind that has no open jump. */
export interface ClosedEnd {
  readonly [end]: { readonly p: never };
}

export type EndOf<F, I, V, L, Ns, P, O> = F extends { readonly out: infer D }
  ? [I | O] extends [D]
    ? [P] extends [never]
      ? Ended<F, I, V, L, Ns, P, O>
      : EndWithOpen<F, I, V, L, Ns, P, O>
    : string extends Ns
      ? Ended<F, I, V, L, Ns, P, O>
      : OutputDoesNotFit<`${Misfit<I | O, D>}`>
  : never;

type Ended<F, I, V, L, Ns, P, O> =
  F extends Top<any, any>
    ? () => Workflow<BeginOf<L>, O | I, TasksOf<L>, Ns & string>
    : () => End<never, V, L, Ns, P, O | I>;

type EndWithOpen<F, I, V, L, Ns, P, O> = string extends Ns
  ? Ended<F, I, V, L, Ns, P, O>
  : [Unfinished<P>] extends [never]
    ? F extends Top<any, any>
      ? NoState<P, Ns>
      : Ended<F, I, V, L, Ns, P, O>
    : UnfinishedBrand<Unfinished<P>>;

type NoState<P, Ns> = P extends Jump<infer N extends string, any, any> ? NoSuchState<N, Hint<N, Ns>> : never;

/** A branch, given the start of it. */
export type Part<I, V, L, Ns extends string, P, O, F, BI, BV, BL, BN, BP, BO> = (
  branch: NoInfer<Flow<I, V, L, Ns, P, O, F>>,
) => End<BI, BV, BL, BN, BP, BO>;
