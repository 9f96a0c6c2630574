import type { TaskCall } from "../tasks/task-call.ts";
import type { ErrorOutput } from "./context.ts";
import type { InAt, InputOf, Jump, Label, Left, VarsAt, VarsOf } from "./labels.kernel.ts";
import type {
  Batched,
  DistributedItems,
  DistributedMapOptions,
  MapItems,
  MapItemsFor,
  MapResult,
  Selected,
} from "./map-options.kernel.ts";
import type { Hint, Misfit, NoSuchState, OutputDoesNotFit } from "./messages.kernel.ts";
import type { MapOptions, Retrier, StatesError } from "./options.ts";
import type {
  ArgumentsScope,
  BranchOf,
  ErrorScope,
  InnerOf,
  ResultScope,
  Scope,
  Top,
} from "./scope.kernel.ts";
import type { FitFields, FitFor, Form, Open, OpenObject, Resolved, Unwritten, Written } from "./template.kernel.ts";
import type { Assigned, Entries, JoinVars, Vars } from "./variables.kernel.ts";
import type { Workflow } from "./workflow.ts";

// The letters, everywhere in this file:
// I input of the next state · V variables · L states so far · Ns their names · P jumps still open
// O what branches have ended with · F what is fixed for the chain
// Out what the state hands on · NV what it assigns on success · CI, CV what its open handlers hand on
// A arguments, R result, E errors of a task · T a template or test as it was written · S its texts

type Name<N extends string, Ns, I, P> = N extends Ns
  ? string extends Ns
    ? N
    : `✗ state "${N}" exists already`
  : [InAt<I, P, N>] extends [never]
    ? "✗ no path leads to this state"
    : N;

/** `Ns` is there for completions only. */
type NextName<N extends string, I, V, L, Ns> = string extends Ns
  ? N
  : N extends Ns
    ? [I] extends [InputOf<L, N>]
      ? [Vars<V>] extends [Vars<VarsOf<L, N>>]
        ? N
        : `✗ next("${N}"): variable ${Misfit<Vars<V>, Vars<VarsOf<L, N>>>}`
      : `✗ next("${N}"): input ${Misfit<I, InputOf<L, N>>}`
    : N | NoInfer<Ns>;

declare const end: unique symbol;

/** What a chain leaves behind. Small, so that comparing callbacks is cheap. */
export interface End<I, V, L, Ns, P, O> {
  readonly [end]: {
    readonly i: I;
    readonly v: V;
    readonly l: L;
    readonly n: Ns;
    readonly p: P;
    readonly o: O;
  };
}

type EndOf<F, I, V, L, Ns, P, O> = F extends { readonly out: infer D }
  ? [I | O] extends [D]
    ? F extends Top<infer In, any, any>
      ? [P] extends [never]
        ? () => Workflow<In, O | I>
        : unknown extends P
          ? () => Workflow<In, O | I>
          : P extends Jump<infer N extends string, any, any>
            ? NoSuchState<N, Hint<N, Ns>>
            : never
      : () => End<never, V, L, Ns, P, O | I>
    : OutputDoesNotFit<Misfit<I | O, D>>
  : never;

/** A branch, given the start of it. */
type Part<I, V, L, Ns extends string, P, O, F, BI, BV, BL, BN, BP, BO> = (
  branch: NoInfer<Flow<I, V, L, Ns, P, O, F>>,
) => End<BI, BV, BL, BN, BP, BO>;

type Outs<B> = {
  -readonly [K in keyof B]: B[K] extends (branch: never) => End<infer I, any, any, any, any, infer O>
    ? I | O
    : never;
};

type NamesOf<B extends readonly unknown[]> = B[number] extends (
  branch: never,
) => End<any, any, any, infer N, any, any>
  ? N & string
  : never;

/** A chain of states: names the next one, jumps, or ends. */
export interface Flow<in out I, in out V, in out L, in out Ns extends string, in out P, in out O, in out F>
  extends End<I, V, L, Ns, P, O> {
  /** A Task: one call of a function or service. Where the input is no argument for it, `.arguments(…)` comes next. */
  task<const N extends string, A, R, E extends string>(
    name: Name<N, Ns, I, P>,
    call: TaskCall<A, R, E>,
  ): [InAt<I, P, N>] extends [A]
    ? Task<
        InAt<I, P, N>,
        VarsAt<I, V, P, N>,
        never,
        L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
        Ns | N,
        Left<P, N>,
        O,
        F,
        A,
        R,
        E,
        R,
        never,
        never
      >
    : NeedsArguments<
        N,
        Misfit<InAt<I, P, N>, A>,
        InAt<I, P, N>,
        VarsAt<I, V, P, N>,
        L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
        Ns | N,
        Left<P, N>,
        O,
        F,
        A,
        R,
        E
      >;
  /** A Pass: changes data, sets variables, calls nothing. */
  pass<const N extends string>(
    name: Name<N, Ns, I, P>,
  ): Pass<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N,
    Left<P, N>,
    O,
    F,
    InAt<I, P, N>
  >;
  /** A Wait: for some seconds, or until a time. */
  wait<
    const N extends string,
    X = Unwritten,
    Y = Unwritten,
  >(
    name: Name<N, Ns, I, P>,
    until:
      | { readonly seconds: FitFor<X, number, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>> }
      | { readonly timestamp: FitFor<Y, string, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>> },
  ): Pass<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N,
    Left<P, N>,
    O,
    F,
    InAt<I, P, N>
  >;
  /** A Choice: `.when(…)` in order, then `.otherwise(…)`. */
  choice<const N extends string>(
    name: Name<N, Ns, I, P>,
  ): ChoiceWithoutOtherwise<
    N,
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N,
    Left<P, N>,
    O,
    F,
    never,
    never
  >;
  /** A Parallel: all branches at once; the result is a tuple of what they end with. */
  parallel<
    const N extends string,
    const B extends readonly ((
      branch: NoInfer<Flow<InAt<I, P, N>, VarsAt<I, V, P, N>, never, Ns | N, never, never, BranchOf<F>>>,
    ) => End<any, any, any, any, never, any>)[],
  >(
    name: Name<N, Ns, I, P>,
    ...branches: B
  ): Work<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N | NamesOf<B>,
    Left<P, N>,
    O,
    F,
    Outs<B>,
    "States.BranchFailed",
    Outs<B>,
    never,
    never
  >;
  /** A Map: the body once for each item, in this execution; the result is the array of what it ends with. */
  map<
    const N extends string,
    T,
    X,
    BI,
    BN extends string,
    BO,
    Q = MapItems<InAt<I, P, N>, VarsAt<I, V, P, N>, F, T, X>,
  >(
    name: Name<N, Ns, I, P>,
    items: MapItemsFor<Q, InAt<I, P, N>, VarsAt<I, V, P, N>, F, T, X>,
    each: (
      each: NoInfer<Flow<Selected<X, T>, VarsAt<I, V, P, N>, never, Ns | N, never, never, BranchOf<F>>>,
    ) => End<BI, any, any, BN, never, BO>,
    options?: MapOptions,
  ): Work<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N | BN,
    Left<P, N>,
    O,
    F,
    (BI | BO)[],
    never,
    (BI | BO)[],
    never,
    never
  >;
  /** A Distributed Map: each item, or batch of items, in an execution of its own. */
  distributedMap<const N extends string, T, X, Y, BI, BN extends string, BO, W = undefined>(
    name: Name<N, Ns, I, P>,
    items: DistributedItems<InAt<I, P, N>, VarsAt<I, V, P, N>, F, T, X, Y>,
    each: (
      each: NoInfer<Flow<Batched<Y, Selected<X, T>>, never, never, Ns | N, never, never, BranchOf<F>>>,
    ) => End<BI, any, any, BN, never, BO>,
    options: DistributedMapOptions<W>,
  ): Work<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N | BN,
    Left<P, N>,
    O,
    F,
    MapResult<W, BI | BO>,
    "States.ExceedToleratedFailureThreshold",
    MapResult<W, BI | BO>,
    never,
    never
  >;
  /** A Succeed: ends the execution. */
  succeed<const N extends string, S extends string, T>(
    name: Name<N, Ns, I, P>,
    options?: {
      readonly output?: T & Open<S, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>>;
      readonly comment?: string;
    },
  ): Flow<
    never,
    VarsAt<I, V, P, N>,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N,
    Left<P, N>,
    O | (unknown extends T ? InAt<I, P, N> : Resolved<T>),
    F
  >;
  /** A Fail: ends the execution with an error. */
  fail<const N extends string, X = FailForm<Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>>>(
    name: Name<N, Ns, I, P>,
    options?: FitFields<X, FailFields, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>>,
  ): Flow<
    never,
    VarsAt<I, V, P, N>,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N,
    Left<P, N>,
    O,
    F
  >;
  /** A jump: back to a state that exists, or on to one that follows. */
  next<const N extends string>(
    name: NextName<N, I, V, L, Ns>,
  ): Flow<never, V, L, Ns, N extends Ns ? P : P | Jump<N, I, V>, O, F>;
  /** A block of states. Use it beyond eighty states: TypeScript 6 goes one level deeper for each call of a chain. */
  use<BI, BV, BL, BN extends string, BP, BO>(
    part: Part<I, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Flow<BI, BV, BL, BN, BP, BO, F>;
  /** Finishes the workflow; in a branch: ends the execution there. */
  readonly end: EndOf<F, I, V, L, Ns, P, O>;
}

/** The state's input is not what the task takes: only `.arguments(…)` leads on. */
export interface NeedsArguments<
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
  ): Task<I, V, never, L, Ns, P, O, F, A, R, E, R, never, never>;
}

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
> extends Flow<Out | CI, JoinVars<Out, Assigned<V, NV>, CI, CV>, L, Ns, P, O, F> {
  comment(text: string): Work<I, V, NV, L, Ns, P, O, F, R, E, Out, CI, CV>;
  /** When to try again. */
  retry(...retriers: Retrier<E>[]): Work<I, V, NV, L, Ns, P, O, F, R, E, Out, CI, CV>;
  /** What the state hands on. */
  output<S extends string, T = Unwritten>(template: Written<T, Open<S, ResultScope<I, V, F, R>>>): Work<I, V, NV, L, Ns, P, O, F, R, E, Resolved<T>, CI, CV>;
  /** Sets variables, which every later state can read. */
  assign<S extends string, T = Unwritten>(template: Written<T, OpenObject<S, ResultScope<I, V, F, R>>>): Work<I, V, Assigned<NV, Entries<Resolved<T>>>, L, Ns, P, O, F, R, E, Out, CI, CV>;
  /** What to do after an error. The handler's input is the Error Output; what it leaves open goes on behind this state. */
  catch<const C extends E | StatesError, BI, BV, BL, BN extends string, BP, BO>(
    errors: C | readonly C[],
    handler: Part<ErrorOutput, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Work<I, V, NV, BL, BN, BP, BO, F, R, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>>;
  /** The same with an output or variables of the catcher's own, which the handler begins with. */
  catch<const C extends E | StatesError, S extends string, CO, CA, BI, BV, BL, BN extends string, BP, BO>(
    errors: C | readonly C[],
    handed: Handed<S, ErrorScope<I, V, F, ErrorOutput>, CO, CA>,
    handler: Part<HandedInput<CO, ErrorOutput>, HandedVars<V, CA>, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Work<I, V, NV, BL, BN, BP, BO, F, R, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>>;
}

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
> extends Flow<Out | CI, JoinVars<Out, Assigned<V, NV>, CI, CV>, L, Ns, P, O, F> {
  /** What the task is called with: an arrow, or an object whose leaves may be arrows. */
  arguments<T = Unwritten>(
    template: FitFor<T, A, ArgumentsScope<I, V, F>>,
  ): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  comment(text: string): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** How long the call may take. */
  timeoutSeconds(
    seconds: number | ((scope: Scope<I, V, F>) => number),
  ): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** How long the worker may be silent. */
  heartbeatSeconds(
    seconds: number | ((scope: Scope<I, V, F>) => number),
  ): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** The role to call with, of another account. */
  credentials<S extends string, T = Unwritten>(template: Written<T, OpenObject<S, Scope<I, V, F>>>): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** When to try again. */
  retry(...retriers: Retrier<E>[]): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** What the state hands on. */
  output<S extends string, T = Unwritten>(template: Written<T, Open<S, ResultScope<I, V, F, R>>>): Task<I, V, NV, L, Ns, P, O, F, A, R, E, Resolved<T>, CI, CV>;
  /** Sets variables, which every later state can read. */
  assign<S extends string, T = Unwritten>(template: Written<T, OpenObject<S, ResultScope<I, V, F, R>>>): Task<I, V, Assigned<NV, Entries<Resolved<T>>>, L, Ns, P, O, F, A, R, E, Out, CI, CV>;
  /** What to do after an error. The handler's input is the Error Output; what it leaves open goes on behind this state. */
  catch<const C extends E | StatesError, BI, BV, BL, BN extends string, BP, BO>(
    errors: C | readonly C[],
    handler: Part<ErrorOutput, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Task<I, V, NV, BL, BN, BP, BO, F, A, R, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>>;
  /** The same with an output or variables of the catcher's own, which the handler begins with. */
  catch<const C extends E | StatesError, S extends string, CO, CA, BI, BV, BL, BN extends string, BP, BO>(
    errors: C | readonly C[],
    handed: Handed<S, ErrorScope<I, V, F, ErrorOutput>, CO, CA>,
    handler: Part<HandedInput<CO, ErrorOutput>, HandedVars<V, CA>, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Task<I, V, NV, BL, BN, BP, BO, F, A, R, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>>;
}

/** What a catcher or a rule makes of the data, before its branch begins. */
interface Handed<S extends string, Scope, CO, CA> {
  readonly output?: CO & Open<S, Scope>;
  readonly assign?: CA & OpenObject<S, Scope>;
  readonly comment?: string;
}

type HandedInput<CO, I> = unknown extends CO ? I : Resolved<CO>;
type HandedVars<V, CA> = unknown extends CA ? V : Assigned<V, Entries<Resolved<CA>>>;

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
  output<S extends string, T = Unwritten>(template: Written<T, Open<S, Scope<I, V, F>>>): Pass<I, V, NV, L, Ns, P, O, F, Resolved<T>>;
  /** Sets variables, which every later state can read. */
  assign<S extends string, T = Unwritten>(template: Written<T, OpenObject<S, Scope<I, V, F>>>): Pass<I, V, Assigned<NV, Entries<Resolved<T>>>, L, Ns, P, O, F, Out>;
}

interface FailFields {
  readonly error?: string;
  readonly cause?: string;
  readonly comment?: string;
}

interface FailForm<S> {
  readonly error?: Form<string, S>;
  readonly cause?: Form<string, S>;
  readonly comment?: string;
}

type Narrowed<T, Rest> = T extends (input: any, scope: any) => input is infer S ? Extract<S, Rest> : Rest;
type Remaining<T, Rest> = T extends (input: any, scope: any) => input is infer S ? Exclude<Rest, S> : Rest;

type Decided<N extends string, Rest, V, L, Ns extends string, P, O, F, JI, JV> = [Rest] extends [never]
  ? Flow<JI, JV, L, Ns, P, O, F>
  : ChoiceWithoutOtherwise<N, Rest, V, L, Ns, P, O, F, JI, JV>;

/** A Choice. `Rest` is what no `when` has taken: when nothing is left, or after `otherwise`, the chain goes on. */
export interface ChoiceWithoutOtherwise<
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
  comment(text: string): ChoiceWithoutOtherwise<N, Rest, V, L, Ns, P, O, F, JI, JV>;
  /** A branch for the inputs that pass the test; a test of the input alone narrows its type. */
  when<T extends (input: Rest, scope: Scope<Rest, V, F>) => boolean, BI, BV, BL, BN extends string, BP, BO>(
    test: T,
    branch: Part<Narrowed<T, Rest>, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
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
    branch: Part<HandedInput<CO, Narrowed<T, Rest>>, HandedVars<V, CA>, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Decided<N, Remaining<T, Rest>, V, BL, BN, BP, BO, F, JI | BI, JoinVars<JI, JV, BI, BV>>;
  /** The branch for all that is left. */
  otherwise<BI, BV, BL, BN extends string, BP, BO>(
    branch: Part<Rest, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Flow<JI | BI, JoinVars<JI, JV, BI, BV>, BL, BN, BP, BO, F>;
}
