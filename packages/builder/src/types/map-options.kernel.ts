import type { ItemScope, Scope } from "./scope.kernel.ts";

/** The items of a Map: an arrow, or that and what each run of the body gets instead of the item. */
export type MapItems<I, V, F, T, X> =
  | ((scope: Scope<I, V, F>) => readonly T[])
  | {
      readonly items: (scope: Scope<I, V, F>) => readonly T[];
      readonly itemSelector?: (scope: ItemScope<I, V, F, T>) => X;
    };

/** What one run of the body gets. */
export type Selected<X, T> = unknown extends X ? T : X;
