import type { JoinVars, Lacks } from "./assigned.kernel.ts";

/** A state, with the input and the variables that it is reached with. */
export interface Label<N, I, V> {
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

export type InputOf<L, N> = L extends Label<N, infer I, any> ? I : never;
export type VarsOf<L, N> = L extends Label<N, any, infer V> ? V : never;

type Sent<P, N> = P extends Jump<N, infer I, any> ? I : never;
type SentAny<P, N> = P extends Jump<N, any, infer V> ? V : never;
type SentVars<P, N> = P extends Jump<N, any, infer V> ? V | Lacks<V, SentAny<P, N>> : never;

/** The input of the state `N`: of what stands before it, and of the jumps to it. */
export type InAt<I, P, N> = [P] extends [never] ? I : I | Sent<P, N>;
export type VarsAt<I, V, P, N> = [P] extends [never] ? V : JoinVars<I, V, Sent<P, N>, SentVars<P, N>>;

/** The jumps that are still open once `N` exists. Its name has said what was unfinished. */
export type Left<P, N> = [P] extends [never]
  ? never
  : P extends Jump<infer To, any, any>
    ? To extends N
      ? never
      : P
    : never;
