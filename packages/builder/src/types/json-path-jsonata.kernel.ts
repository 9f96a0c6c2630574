import type { Assigned, JoinVars } from "./assigned.kernel.ts";
import type { Narrowed, Remaining } from "./choice-state.kernel.ts";
import type { ErrorOutput } from "./context.ts";
import type { InnerOf } from "./fixed.kernel.ts";
import type { Handed, HandedData, HandedInput, HandedVars } from "./handed.kernel.ts";
import type { PathPart } from "./json-path-branch.kernel.ts";
import type { PathFlow } from "./json-path-flow.kernel.ts";
import type { Misfit } from "./messages.kernel.ts";
import type { Open, OpenObject, Resolved } from "./open-template.kernel.ts";
import type { Retrier, StatesError, Where } from "./options.ts";
import type { ArgumentsScope, ErrorScope, ResultScope, Scope } from "./scope.kernel.ts";
import type { FitFor, Unwritten } from "./template.kernel.ts";
import type { Entries } from "./variables.kernel.ts";

// The states whose language is JSONata in a machine whose language is JSONPath: they take what such states take
// anywhere, and the chain goes on in JSONPath.

export type JsonataTaskFor<N extends string, I, V, L, Ns extends string, P, O, F, A, R, E extends string> = [
  I,
] extends [A]
  ? JsonataTask<I, V, never, L, Ns, P, O, F, A, R, E, R, never, never>
  : JsonataNeedsArguments<N, Misfit<I, A>, I, V, L, Ns, P, O, F, A, R, E>;

/** The state's input is not what the task takes: only `.arguments(…)` leads on. */
export interface JsonataNeedsArguments<
  in out N extends string,
  Why,
  in out I,
  in out V,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out A,
  in out R,
  in out E extends string,
> {
  readonly state: N;
  readonly why: Why;
  /** What the task is called with: an arrow, or an object whose leaves may be arrows. */
  arguments<T = Unwritten>(
    template: FitFor<T, A, ArgumentsScope<I, V, F>>,
  ): JsonataTask<I, V, never, L, Ns, P, O, F, A, R, E, R, never, never>;
}

/** A Task whose language is JSONata. */
export interface JsonataTask<
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
> extends PathFlow<Out | CI, JoinVars<Out, Assigned<V, NV>, CI, CV>, L, Ns, P, O, F> {
  /** What the task is called with: an arrow, or an object whose leaves may be arrows. */
  arguments<T = Unwritten>(
    template: FitFor<T, A, ArgumentsScope<I, V, F>>,
  ): JsonataTask<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  comment(text: string): JsonataTask<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** How long the call may take. */
  timeoutSeconds(
    seconds: number | ((scope: Scope<I, V, F>) => number),
  ): JsonataTask<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** How long the worker may be silent. */
  heartbeatSeconds(
    seconds: number | ((scope: Scope<I, V, F>) => number),
  ): JsonataTask<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** The role to call with, of another account. */
  credentials(role: {
    readonly roleArn: Where | ((scope: Scope<I, V, F>) => string);
  }): JsonataTask<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** When to try again. */
  retry(...retriers: Retrier<E>[]): JsonataTask<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** What the state hands on. */
  output<S extends string, T extends Open<S, ResultScope<I, V, F, R>>>(
    template: T,
  ): JsonataTask<I, V, NV, L, Ns, P, O, F, A, R, E, Resolved<T>, CI, CV>;
  /** Sets variables, which every later state can read. */
  assign<S extends string, T extends OpenObject<S, ResultScope<I, V, F, R>>>(
    template: T,
  ): JsonataTask<I, V, Assigned<NV, Entries<Resolved<T>>>, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** What to do after an error. The handler's input is the Error Output; what it leaves open goes on behind this state. */
  catch<const C extends E | StatesError, BI, BV, BL, BN extends string, BP, BO>(
    errors: C | readonly C[],
    handler: PathPart<ErrorOutput, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): JsonataTask<I, V, NV, BL, BN, BP, BO, F, A, R, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>>;
  /** The same with an output or variables of the catcher's own, which the handler begins with. */
  catch<const C extends E | StatesError, S extends string, CO, CA, BI, BV, BL, BN extends string, BP, BO>(
    errors: C | readonly C[],
    handed: Handed<S, ErrorScope<I, V, F, ErrorOutput>, CO, CA>,
    handler: PathPart<
      HandedInput<CO, ErrorOutput>,
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
  ): JsonataTask<I, V, NV, BL, BN, BP, BO, F, A, R, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>>;
}

/** A Parallel or Map whose language is JSONata. */
export interface JsonataWork<
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
> extends PathFlow<Out | CI, JoinVars<Out, Assigned<V, NV>, CI, CV>, L, Ns, P, O, F> {
  comment(text: string): JsonataWork<I, V, NV, L, Ns, P, O, F, R, E, Out, CI, CV>;
  /** When to try again. */
  retry(...retriers: Retrier<E>[]): JsonataWork<I, V, NV, L, Ns, P, O, F, R, E, Out, CI, CV>;
  /** What the state hands on. */
  output<S extends string, T extends Open<S, ResultScope<I, V, F, R>>>(
    template: T,
  ): JsonataWork<I, V, NV, L, Ns, P, O, F, R, E, Resolved<T>, CI, CV>;
  /** Sets variables, which every later state can read. */
  assign<S extends string, T extends OpenObject<S, ResultScope<I, V, F, R>>>(
    template: T,
  ): JsonataWork<I, V, Assigned<NV, Entries<Resolved<T>>>, L, Ns, P, O, F, R, E, Out, CI, CV>;
  /** What to do after an error. The handler's input is the Error Output; what it leaves open goes on behind this state. */
  catch<const C extends E | StatesError, BI, BV, BL, BN extends string, BP, BO>(
    errors: C | readonly C[],
    handler: PathPart<ErrorOutput, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): JsonataWork<I, V, NV, BL, BN, BP, BO, F, R, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>>;
  /** The same with an output or variables of the catcher's own, which the handler begins with. */
  catch<const C extends E | StatesError, S extends string, CO, CA, BI, BV, BL, BN extends string, BP, BO>(
    errors: C | readonly C[],
    handed: Handed<S, ErrorScope<I, V, F, ErrorOutput>, CO, CA>,
    handler: PathPart<
      HandedInput<CO, ErrorOutput>,
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
  ): JsonataWork<I, V, NV, BL, BN, BP, BO, F, R, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>>;
}

/** A Pass or a Wait whose language is JSONata. */
export interface JsonataPass<
  in out I,
  in out V,
  in out NV,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out Out,
> extends PathFlow<Out, Assigned<V, NV>, L, Ns, P, O, F> {
  comment(text: string): JsonataPass<I, V, NV, L, Ns, P, O, F, Out>;
  /** What the state hands on. */
  output<S extends string, T extends Open<S, Scope<I, V, F>>>(
    template: T,
  ): JsonataPass<I, V, NV, L, Ns, P, O, F, Resolved<T>>;
  /** Sets variables, which every later state can read. */
  assign<S extends string, T extends OpenObject<S, Scope<I, V, F>>>(
    template: T,
  ): JsonataPass<I, V, Assigned<NV, Entries<Resolved<T>>>, L, Ns, P, O, F, Out>;
}

type Decided<N extends string, Rest, V, L, Ns extends string, P, O, F, JI, JV> = [Rest] extends [never]
  ? PathFlow<JI, JV, L, Ns, P, O, F>
  : JsonataChoice<N, Rest, V, L, Ns, P, O, F, JI, JV>;

/** A Choice whose language is JSONata. `Rest` is what no `when` has taken: when nothing is left, or after `otherwise`, the chain goes on. */
export interface JsonataChoice<
  in out N extends string,
  in out Rest,
  in out V,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out JI,
  in out JV,
> {
  readonly state: N;
  comment(text: string): JsonataChoice<N, Rest, V, L, Ns, P, O, F, JI, JV>;
  /** A branch for the inputs that pass the test; a test of the input alone narrows its type. */
  when<T extends (input: Rest, scope: Scope<Rest, V, F>) => boolean, BI, BV, BL, BN extends string, BP, BO>(
    test: T,
    branch: PathPart<Narrowed<T, Rest>, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Decided<N, Remaining<T, Rest>, V, BL, BN, BP, BO, F, JI | BI, JoinVars<JI, JV, BI, BV>>;
  /** The same with an output or variables of the rule's own, which the branch begins with. */
  when<
    T extends (input: Rest, scope: Scope<Rest, V, F>) => boolean,
    S extends string,
    CO,
    CA,
    BI,
    BV,
    BL,
    BN extends string,
    BP,
    BO,
  >(
    test: T,
    handed: Handed<S, Scope<Rest, V, F>, CO, CA>,
    branch: PathPart<
      HandedInput<CO, Narrowed<T, Rest>>,
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
  ): Decided<N, Remaining<T, Rest>, V, BL, BN, BP, BO, F, JI | BI, JoinVars<JI, JV, BI, BV>>;
  /** The branch for all that is left. */
  otherwise<BI, BV, BL, BN extends string, BP, BO>(
    branch: PathPart<Rest, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): PathFlow<JI | BI, JoinVars<JI, JV, BI, BV>, BL, BN, BP, BO, F>;
  /** The same with an output or variables, which apply when no rule does. */
  otherwise<S extends string, CO, CA, BI, BV, BL, BN extends string, BP, BO>(
    handed: HandedData<S, Scope<Rest, V, F>, CO, CA>,
    branch: PathPart<
      HandedInput<CO, Rest>,
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
  ): PathFlow<JI | BI, JoinVars<JI, JV, BI, BV>, BL, BN, BP, BO, F>;
}
