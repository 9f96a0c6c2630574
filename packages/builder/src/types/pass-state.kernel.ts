import type { Assigned } from "./assigned.kernel.ts";
import type { Flow } from "./flow.kernel.ts";
import type { Open, OpenObject, Resolved } from "./open-template.kernel.ts";
import type { Remembered } from "./remembered.kernel.ts";
import type { Scope } from "./scope.kernel.ts";
import type { Entries } from "./variables.kernel.ts";

/** A Pass or a Wait. */
export interface Pass<
  in out I,
  in out V,
  in out NV,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out Out,
> extends Flow<Out, Assigned<V, NV>, L, Ns, P, O, F> {
  comment(text: string): Pass<I, V, NV, L, Ns, P, O, F, Out>;
  /** What the state hands on. */
  output<T extends Open<S, Scope<I, V, F, L>>, S extends string = never>(
    template: T,
  ): Pass<I, V, NV, Remembered<T, L>, Ns, P, O, F, Resolved<T>>;
  /** Sets variables, which every later state can read. */
  assign<T extends OpenObject<S, Scope<I, V, F, L>>, S extends string = never>(
    template: T,
  ): Pass<I, V, Assigned<NV, Entries<Resolved<T>>>, Remembered<T, L>, Ns, P, O, F, Out>;
}
