// Variables are a flat union of entries, never nested mapped types: those end at about a hundred assignments.

/** A variable and its type. */
export interface Var<K, T> {
  readonly name: K;
  readonly type: T;
}

/** What `vars` is where nothing was assigned. */
export interface NoVariables {
  readonly [none]?: never;
}

declare const none: unique symbol;

export type Vars<V> = {
  readonly [E in V as E extends Var<infer K extends string, any> ? K : never]: E extends Var<any, infer T>
    ? T
    : never;
};

export type VarsFor<V> = [V] extends [never] ? NoVariables : Vars<V>;

/** The variables that an object assigns. */
export type Entries<T> = { [K in keyof T]-?: Var<K, T[K]> }[keyof T];

type NamesIn<V> = V extends Var<infer K, any> ? K : never;
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
    : Without<V, NamesIn<New>> | New;

/** The join of two paths: a variable that one of them leaves unassigned is `T | undefined`. */
export type JoinVars<I, V, OtherI, OtherV> = [OtherI] extends [never]
  ? V
  : [I] extends [never]
    ? OtherV
    : [V, OtherV] extends [OtherV, V]
      ? V
      : V | OtherV | Lacks<V, OtherV> | Lacks<OtherV, V>;
