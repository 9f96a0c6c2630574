import type { Context } from "./context.ts";
import type { ConstantsOf } from "./fixed.kernel.ts";
import type { Remembers } from "./remembered.kernel.ts";
import type { VarsFor } from "./variables.kernel.ts";

/** What an arrow can read anywhere. */
export interface Scope<I, V, F, L = never> extends Remembers<L> {
  /** The state's input. */
  readonly input: I;
  /** The variables assigned on the way here. */
  readonly vars: VarsFor<V>;
  /** The context object. */
  readonly context: Context;
  /** The constants of the workflow; they are printed where they are read. */
  readonly constants: ConstantsOf<F>;
}

/** What `arguments` can read: the token of a task that waits for its callback as well. */
export interface ArgumentsScope<I, V, F, L = never> extends Scope<I, V, F, L> {
  readonly taskToken: string;
}

/** What `output` and `assign` of a Task, Parallel or Map can read: its result as well. */
export interface ResultScope<I, V, F, R, L = never> extends Scope<I, V, F, L> {
  readonly result: R;
}

/** What `itemSelector` can read: the item and its place as well. */
export interface ItemScope<I, V, F, T> extends Scope<I, V, F> {
  readonly item: T;
  readonly index: number;
}

/** What `output` and `assign` of a catcher of several states can read: their inputs differ, so that it is unknown. */
export interface GroupErrorScope<V, F, E> extends ErrorScope<unknown, V, F, E> {}

/** What `output` and `assign` of a catcher can read: the Error Output as well. */
export interface ErrorScope<I, V, F, E> extends Scope<I, V, F> {
  readonly error: E;
}
