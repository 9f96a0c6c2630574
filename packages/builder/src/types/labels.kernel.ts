import type { JoinVars, Lacks } from "./assigned.kernel.ts";
import type { LabelOf } from "./remembered.kernel.ts";
import type { Flat } from "./variables.kernel.ts";

/** A state, with the input and the variables that it is reached with. */
export interface Label<N, I, V> {
  readonly called: never;
  readonly begin: never;
  readonly before: never;
  readonly name: N;
  readonly in: I;
  readonly vars: V;
}

/** A jump to a state that does not exist yet. */
export interface Jump<N, I, V> {
  readonly to: N;
  readonly in: I;
  readonly vars: V;
}

export type InputOf<L, N> = LabelOf<L, N> extends Label<N, infer I, any> ? I : never;
export type VarsOf<L, N> = LabelOf<L, N> extends Label<N, any, infer V> ? V : never;

type Sent<P, N> = P extends Jump<N, infer I, any> ? I : never;
type SentAny<P, N> = P extends Jump<N, any, infer V> ? Flat<V> : never;
type SentVars<P, N> = P extends Jump<N, any, infer V> ? Flat<V> | Lacks<Flat<V>, SentAny<P, N>> : never;

/** The input of the state `N`: of what stands before it, and of the jumps to it. */
export type InAt<I, P, N> = [P] extends [never] ? I : I | Sent<P, N>;
export type VarsAt<I, V, P, N> = [P] extends [never]
  ? V
  : [Sent<P, N>] extends [never]
    ? V
    : JoinVars<I, Flat<V>, Sent<P, N>, SentVars<P, N>>;

/** The jumps that are still open once `N` exists. Its name has said what was unfinished. */
export type Left<P, N> = [P] extends [never]
  ? never
  : P extends Jump<infer To, any, any>
    ? To extends N
      ? never
      : P
    : never;
