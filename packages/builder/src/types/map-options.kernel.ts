import type { ItemScope, Scope } from "./scope.kernel.ts";

/** The items of a Map: an arrow, or that and what each run of the body gets instead of the item. */
export type MapItems<I, V, F, T, X> =
  | ((scope: Scope<I, V, F>) => readonly T[])
  | {
      readonly items: (scope: Scope<I, V, F>) => readonly T[];
      readonly itemSelector?: (scope: ItemScope<I, V, F, T>) => X;
    };

/** The same once it is known which of the two was written, so that an error stands at the arrow's value. */
export type MapItemsFor<Q, I, V, F, T, X> = Q extends (...args: never) => unknown
  ? (scope: Scope<I, V, F>) => readonly T[]
  : Q extends object
    ? Exclude<MapItems<I, V, F, T, X>, (...args: never) => unknown>
    : Q;

/** What one run of the body gets. */
export type Selected<X, T> = unknown extends X ? T : X;
