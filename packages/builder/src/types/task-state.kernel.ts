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
import type { ArgumentsScope, ErrorScope, ResultScope, Scope } from "./scope.kernel.ts";
import type { FitFor, Unwritten } from "./template.kernel.ts";
import type { Came, Fed } from "./unfinished.kernel.ts";
import type { Entered, Entries } from "./variables.kernel.ts";

/** A Task. */
export interface Task<
  in out I,
  in out V,
  in out NV,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out A,
  in out R,
  in out E extends string,
  in out Out,
  in out CI,
  in out CV,
> extends Flow<Out | CI, Behind<V, NV, Out, CI, CV>, L, Ns, P, O, F> {
  /** What the task is called with: an arrow, or an object whose leaves may be arrows. */
  arguments<T = Unwritten>(
    template: FitFor<T, A, ArgumentsScope<I, V, F, L>>,
  ): Task<I, V, NV, Remembered<T, L>, Ns, Fed<P>, O, F, never, R, E, Out, CI, CV>;
  comment(text: string): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** How long the call may take. */
  timeoutSeconds<T = Unwritten>(
    seconds: FitFor<T, number, Scope<I, V, F>>,
  ): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** How long the worker may be silent. */
  heartbeatSeconds<T = Unwritten>(
    seconds: FitFor<T, number, Scope<I, V, F>>,
  ): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** The role to call with, of another account. */
  credentials<T = Unwritten>(role: {
    readonly roleArn: FitFor<T, string, Scope<I, V, F>>;
  }): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** When to try again. */
  retry(...retriers: Retrier<E>[]): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** What the state hands on. */
  output<T extends Open<S, ResultScope<I, V, F, R, L>>, S extends string = never>(
    template: T,
  ): Task<I, V, NV, Remembered<T, L>, Ns, P, O, F, A, R, E, Resolved<T>, CI, CV>;
  /** Sets variables, which every later state can read. */
  assign<T extends OpenObject<S, ResultScope<I, V, F, R, L>>, S extends string = never>(
    template: T,
  ): Task<I, V, Assigned<NV, Entries<Resolved<T>>>, Remembered<T, L>, Ns, P, O, F, A, R, E, Out, CI, CV>;
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
  ): Task<I, V, NV, BL, BN, BP, BO, F, A, R, E, Out, CI | Came<BI, BN>, JoinVars<CI, CV, BI, BV>>;
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
  ): Task<I, V, NV, BL, BN, BP, BO, F, A, R, E, Out, CI | Came<BI, BN>, JoinVars<CI, CV, BI, BV>>;
}
