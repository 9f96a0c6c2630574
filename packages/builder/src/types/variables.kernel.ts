// Variables are a flat union of entries, never nested mapped types: those end at about a hundred assignments.
// Inside a branch or block the variables around it are one entry, so that what the branch adds stays small: it is
// found again where branches join, and the type that arrows read is made of the same part in all states of a branch.

/** A variable and its type. */
export interface Var<K, T> {
  readonly name: K;
  readonly type: T;
  readonly own: K;
  readonly around: never;
}

/** The variables around a branch or block. */
export interface Around<V> {
  readonly name: NamesIn<V>;
  readonly own: never;
  readonly around: V;
}

/** The variables that a branch begins with. */
export type Entered<V> = [V] extends [never] ? never : Around<V>;

/** What `vars` is where nothing was assigned. */
export interface NoVariables {
  readonly [none]?: never;
}

declare const none: unique symbol;

interface Entry {
  readonly own: string;
}

export type Vars<V extends Entry> = { readonly [E in V as E["own"]]: TypeIn<E> };

type OwnVars<V> = [V] extends [Entry] ? Vars<V> : never;

/** What arrows read as `vars`. */
export type VarsFor<V> = [V] extends [never]
  ? NoVariables
  : [AroundOf<V>] extends [never]
    ? OwnVars<V>
    : unknown extends V
      ? any
      : [OwnNames<V>] extends [never]
        ? VarsFor<AroundOf<V>>
        : VarsFor<Except<AroundOf<V>, NamesIn<AroundOf<V>> & OwnNames<V>>> & OwnVars<V>;

/** All variables in one object, to be compared. */
export type AllVars<V> = OwnVars<Flat<V>>;

/** The variables that an object assigns. */
export type Entries<T> = { [K in keyof T]-?: Var<K, T[K]> }[keyof T];

// Looked up, not inferred: a lookup does not go through the union entry by entry.
export type NamesIn<V> = V["name" & keyof V];
/** The names of what was assigned in the branch itself. */
export type OwnNames<V> = V["own" & keyof V];
type AroundOf<V> = V["around" & keyof V];
type TypeIn<E> = E["type" & keyof E];

/** The variables of `V` without those of the names `K`. */
export type Except<V, K> = [K] extends [never] ? V : Without<V, K>;
type Without<V, K> = V extends { readonly own: infer N }
  ? [N] extends [never]
    ? V
    : [N] extends [K]
      ? never
      : V
  : never;

/** The variables of `V` that have the names `K`. */
export type Only<V, K> = [K] extends [never] ? never : V extends { readonly own: K } ? V : never;

/** What was assigned in the branch itself. */
export type Own<V> = [AroundOf<V>] extends [never] ? V : V extends Around<any> ? never : V;

/** The same variables with no `Around` among them. */
export type Flat<V> = [AroundOf<V>] extends [never]
  ? V
  : unknown extends V
    ? V
    : Except<Flat<AroundOf<V>>, OwnNames<V>> | Own<V>;
