import type { NamesIn, Var } from "./variables.kernel.ts";

type Without<V, K> = V extends Var<infer N, any> ? (N extends K ? never : V) : never;

/** The variables of `Other` that `V` has not, as undefined ones. */
export type Lacks<V, Other> =
  Exclude<NamesIn<Other>, NamesIn<V>> extends infer K
    ? K extends string
      ? Var<K, undefined>
      : never
    : never;

/** `V` after `New` were assigned. */
export type Assigned<V, New> = [New] extends [never]
  ? V
  : [V] extends [never]
    ? New
    : [NamesIn<V> & NamesIn<New>] extends [never]
      ? V | New
      : Without<V, NamesIn<New>> | New;

/** Of a branch that does not compile nothing is known. */
type Known<V> = unknown extends V ? any : V;

/** The join of two paths: a variable that one of them leaves unassigned is `T | undefined`. */
export type JoinVars<I, V, OtherI, OtherV> = [OtherI] extends [never]
  ? V
  : [I] extends [never]
    ? Known<OtherV>
    : [V, OtherV] extends [OtherV, V]
      ? V
      : unknown extends OtherV
        ? V
        : V | OtherV | Lacks<V, OtherV> | Lacks<OtherV, V>;
