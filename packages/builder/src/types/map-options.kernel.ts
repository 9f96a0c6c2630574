import type { Open, Resolved } from "./open-template.kernel.ts";
import type { ItemScope, Scope } from "./scope.kernel.ts";

/** The items of a Map: an arrow, a list, or that and what each run of the body gets instead of the item. */
export type MapItems<I, V, F, T, S extends string, X> =
  | ((scope: Scope<I, V, F>) => readonly T[])
  | readonly T[]
  | {
      readonly items: readonly T[] | ((scope: Scope<I, V, F>) => readonly T[]);
      readonly itemSelector?: X & Open<S, ItemScope<I, V, F, T>>;
    };

/** What one run of the body gets. */
export type Selected<X, T> = unknown extends X ? T : Resolved<X>;
