import type { AnyEnd, End } from "./end.kernel.ts";
import type { BranchOf } from "./fixed.kernel.ts";
import type { Flow } from "./flow.kernel.ts";
import type { Open, Resolved } from "./open-template.kernel.ts";
import type { WorkOptions } from "./options.ts";
import type { InsideOf } from "./remembered.kernel.ts";
import type { Scope } from "./scope.kernel.ts";
import type { Came } from "./unfinished.kernel.ts";
import type { Entered } from "./variables.kernel.ts";

/** The start of a branch of a Parallel. `T` are the arguments of the Parallel, where it has any. */
export type ParallelBranch<I, V, T, Ns extends string, F> = Flow<
  unknown extends T ? I : Resolved<T>,
  Entered<V>,
  never,
  Ns,
  never,
  never,
  BranchOf<F>
>;

type BranchPart<I, V, T, Ns extends string, F> = (branch: NoInfer<ParallelBranch<I, V, T, Ns, F>>) => AnyEnd;

interface ParallelFields<T, S extends string, Sc> extends WorkOptions<"States.BranchFailed"> {
  /** What every branch begins with, instead of the state's input. */
  readonly arguments?: T & Open<S, Sc>;
}

/** What follows the name: the first branch, or what holds for all of them. */
export type FirstPart<I, V, S extends string, T, Ns extends string, F> =
  | BranchPart<I, V, unknown, Ns, F>
  | ParallelFields<T, S, Scope<I, V, F>>;

/** The same once it is known which of the two was written. */
export type FirstPartFor<Q, I, V, S extends string, T, Ns extends string, F> = Q extends (
  ...args: never
) => unknown
  ? BranchPart<I, V, unknown, Ns, F>
  : Q extends object
    ? ParallelFields<T, S, Scope<I, V, F>>
    : Q;

/** The branches among all that follows the name. */
export type PartsOf<Q, B extends readonly unknown[]> = Q extends (...args: never) => unknown
  ? readonly [Q, ...B]
  : B;

/** What the branches end with. */
export type Outs<B> = {
  -readonly [K in keyof B]: B[K] extends (branch: never) => End<infer I, any, any, infer N, any, infer O>
    ? Came<I, N> | O
    : never;
};

export type NamesOf<B extends readonly unknown[]> = B[number] extends (
  branch: never,
) => End<any, any, any, infer N, any, any>
  ? N & string
  : never;

/** What is open at their ends. */
export type OpenIn<B extends readonly unknown[]> = B[number] extends (
  branch: never,
) => End<any, any, any, any, infer P, any>
  ? P
  : never;

export type InsideParts<B extends readonly unknown[]> = B[number] extends (
  branch: never,
) => End<any, any, infer L, any, any, any>
  ? InsideOf<L>
  : never;
