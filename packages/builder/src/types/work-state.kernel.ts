import type { Assigned, Behind, JoinVars } from "./assigned.kernel.ts";
import type { Caught, Declared, ErrorName } from "./caught.kernel.ts";
import type { ErrorOutput } from "./context.ts";
import type { Part } from "./end.kernel.ts";
import type { InnerOf } from "./fixed.kernel.ts";
import type { Flow } from "./flow.kernel.ts";
import type { Handed, HandedInput, HandedVars } from "./handed.kernel.ts";
import type { Open, OpenObject, Resolved } from "./open-template.kernel.ts";
import type { Retrier } from "./options.ts";
import type { Remembered } from "./remembered.kernel.ts";
import type { ErrorScope, ResultScope } from "./scope.kernel.ts";
import type { Came } from "./unfinished.kernel.ts";
import type { Entered, Entries } from "./variables.kernel.ts";

/** A state with a result: what Parallel and Map can be given. */
export interface Work<
  in out I,
  in out V,
  in out NV,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out R,
  in out E extends string,
  in out Out,
  in out CI,
  in out CV,
> extends Flow<Out | CI, Behind<V, NV, Out, CI, CV>, L, Ns, P, O, F> {
  comment(text: string): Work<I, V, NV, L, Ns, P, O, F, R, E, Out, CI, CV>;
  /** When to try again. */
  retry(...retriers: Retrier<E>[]): Work<I, V, NV, L, Ns, P, O, F, R, E, Out, CI, CV>;
  /** What the state hands on. */
  output<T extends Open<S, ResultScope<I, V, F, R, L>>, S extends string = never>(
    template: T,
  ): Work<I, V, NV, Remembered<T, L>, Ns, P, O, F, R, E, Resolved<T>, CI, CV>;
  /** Sets variables, which every later state can read. */
  assign<T extends OpenObject<S, ResultScope<I, V, F, R, L>>, S extends string = never>(
    template: T,
  ): Work<I, V, Assigned<NV, Entries<Resolved<T>>>, Remembered<T, L>, Ns, P, O, F, R, E, Out, CI, CV>;
  /** What to do after an error. The handler's input is the Error Output; what it leaves open goes on behind this state. */
  catch<const C extends string | readonly string[], BI, BV, BL, BN extends string, BP, BO>(
    errors: Declared<C, E>,
    handler: Part<
      ErrorOutput<Caught<ErrorName<C>, E>>,
      Entered<V>,
      L,
      Ns,
      P,
      O,
      InnerOf<F>,
      BI,
      BV,
      BL,
      BN,
      BP,
      BO
    >,
  ): Work<I, V, NV, BL, BN, BP, BO, F, R, E, Out, CI | Came<BI, BN>, JoinVars<CI, CV, BI, BV>>;
  /** The same with an output or variables of the catcher's own, which the handler begins with. */
  catch<
    const C extends string | readonly string[],
    CO,
    CA,
    BI,
    BV,
    BL,
    BN extends string,
    BP,
    BO,
    S extends string = never,
  >(
    errors: Declared<C, E>,
    handed: Handed<S, ErrorScope<I, V, F, ErrorOutput<Caught<ErrorName<C>, E>>>, CO, CA>,
    handler: Part<
      HandedInput<CO, ErrorOutput<Caught<ErrorName<C>, E>>>,
      HandedVars<V, CA>,
      L,
      Ns,
      P,
      O,
      InnerOf<F>,
      BI,
      BV,
      BL,
      BN,
      BP,
      BO
    >,
  ): Work<I, V, NV, BL, BN, BP, BO, F, R, E, Out, CI | Came<BI, BN>, JoinVars<CI, CV, BI, BV>>;
}
