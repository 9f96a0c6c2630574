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

export type Vars<V> = { readonly [E in V as NamesIn<E> & string]: TypesIn<E> };

export type VarsFor<V> = [V] extends [never] ? NoVariables : Vars<V>;

/** The variables that an object assigns. */
export type Entries<T> = { [K in keyof T]-?: Var<K, T[K]> }[keyof T];

// Looked up, not inferred: a lookup does not go through the union entry by entry.
export type NamesIn<V> = V["name" & keyof V];
type TypesIn<V> = V["type" & keyof V];
