import type { Entered, Except, Flat, NamesIn, Only, Own, OwnNames, Var } from "./variables.kernel.ts";

/** `V` after `New` were assigned. */
export type Assigned<V, New> = [New] extends [never]
  ? V
  : [V] extends [never]
    ? New
    : Except<V, OwnNames<V> & NamesIn<New>> | New;

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

/** What `V` has for the variables that only `Other` assigns: those around it, or undefined. */
export type Lacks<V, Other> = Unassigned<V, Exclude<OwnNames<Other>, OwnNames<V>>>;
type Unassigned<V, K> = [K] extends [never]
  ? never
  : Undefined<Exclude<K, NamesIn<V>>> | KeptIn<V, K & NamesIn<V>>;
type Undefined<K> = K extends string ? Var<K, undefined> : never;
type KeptIn<V, K> = [K] extends [never] ? never : Only<Flat<V>, K>;

/** The variables behind branches that began with those of `V` and ended with `Joined`. */
export type AfterBranches<V, Joined> = Assigned<V, Own<Joined>>;

/** The variables behind a state: of its success, where it assigns `NV`, and of the handlers that go on. */
export type Behind<V, NV, Out, CI, CV> = [CI] extends [never]
  ? Assigned<V, NV>
  : AfterBranches<V, JoinVars<Out, Assigned<Entered<V>, NV>, CI, CV>>;
