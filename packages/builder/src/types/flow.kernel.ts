import type { TaskCall } from "../tasks/task-call.ts";
import type { AfterBranches, JoinVars } from "./assigned.kernel.ts";
import type { AnswerBy, CalledTask } from "./called-task.kernel.ts";
import type { ErrorsIn, RaisedBy } from "./caught.kernel.ts";
import type { ChoiceWithoutOtherwise } from "./choice-state.kernel.ts";
import type { ErrorOutput } from "./context.ts";
import type {
  Batched,
  DistributedItems,
  DistributedMapOptions,
  MapResult,
} from "./distributed-map.kernel.ts";
import type { AnyEnd, End, EndOf, Name, NextName, Part } from "./end.kernel.ts";
import type { BranchOf, InnerOf } from "./fixed.kernel.ts";
import type { Handed, HandedInput, HandedVars } from "./handed.kernel.ts";
import type { ItemOf } from "./item-reader.kernel.ts";
import type { InAt, Jump, Label, Left, VarsAt } from "./labels.kernel.ts";
import type { MapItems, Selected } from "./map-options.kernel.ts";
import type { Open, Resolved } from "./open-template.kernel.ts";
import type { MapOptions, StateOptions, TaskOptions } from "./options.ts";
import type {
  FirstPart,
  FirstPartFor,
  InsideParts,
  NamesOf,
  OpenIn,
  Outs,
  ParallelBranch,
  PartsOf,
} from "./parallel.kernel.ts";
import type { Pass } from "./pass-state.kernel.ts";
import type { RawOptions, RawState } from "./raw-state.ts";
import type { InsideOf } from "./remembered.kernel.ts";
import type { GroupErrorScope, Scope } from "./scope.kernel.ts";
import type { Task } from "./task-state.kernel.ts";
import type { FitFields, FitFor, Form, Unwritten } from "./template.kernel.ts";
import type { Came, Kept, Lacking } from "./unfinished.kernel.ts";
import type { Entered } from "./variables.kernel.ts";
import type { Work } from "./work-state.kernel.ts";

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

/** A chain of states: names the next one, jumps, or ends. */
export interface Flow<in out I, in out V, in out L, in out Ns extends string, in out P, in out O, in out F>
  extends End<I, V, L, Ns, P, O> {
  /** A comment: of the state before it; of the branch, processor or workflow that it begins. */
  comment(text: string): Flow<I, V, L, Ns, P, O, F>;
  /** A Task: one call of a function or service. Where the input is no argument for it, `.arguments(…)` comes next. */
  task<const N extends string, A, R, E extends string, M extends AnswerBy>(
    name: Name<N, Ns, I, P>,
    call: TaskCall<A, R, E, M>,
    options?: TaskOptions<NoInfer<E>>,
  ): Task<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | CalledTask<N, A, R, E, M>,
    Ns | N,
    Left<P, N> | Lacking<N, InAt<I, P, N>, A>,
    O,
    F,
    A,
    R,
    E,
    R,
    never,
    never
  >;
  /** A Pass: changes data, sets variables, calls nothing. */
  pass<const N extends string>(
    name: Name<N, Ns, I, P>,
    options?: StateOptions,
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
  wait<const N extends string, X = Unwritten, Y = Unwritten>(
    name: Name<N, Ns, I, P>,
    until:
      | { readonly seconds: FitFor<X, number, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>> }
      | { readonly timestamp: FitFor<Y, string, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>> },
    options?: StateOptions,
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
    options?: StateOptions,
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
    T,
    const B extends readonly ((
      branch: NoInfer<ParallelBranch<InAt<I, P, N>, VarsAt<I, V, P, N>, T, Ns | N, F>>,
    ) => AnyEnd)[],
    S extends string = never,
    Q = FirstPart<InAt<I, P, N>, VarsAt<I, V, P, N>, S, T, Ns | N, F>,
  >(
    name: Name<N, Ns, I, P>,
    first: FirstPartFor<Q, InAt<I, P, N>, VarsAt<I, V, P, N>, S, T, Ns | N, F>,
    ...branches: B
  ): Work<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | InsideParts<PartsOf<Q, B>>,
    Ns | N | NamesOf<PartsOf<Q, B>>,
    Left<P, N> | Kept<OpenIn<PartsOf<Q, B>>, N>,
    O,
    F,
    Outs<PartsOf<Q, B>>,
    "States.BranchFailed" | ErrorsIn<InsideParts<PartsOf<Q, B>>>,
    Outs<PartsOf<Q, B>>,
    never,
    never
  >;
  /** A Map: the body once for each item, in this execution; the result is the array of what it ends with. */
  map<const N extends string, T, X, BI, BL, BN extends string, BP, BO, S extends string = never>(
    name: Name<N, Ns, I, P>,
    items: MapItems<InAt<I, P, N>, VarsAt<I, V, P, N>, F, T, S, X>,
    each: (
      each: NoInfer<
        Flow<Selected<X, T>, Entered<VarsAt<I, V, P, N>>, never, Ns | N, never, never, BranchOf<F>>
      >,
    ) => End<BI, unknown, BL, BN, BP, BO>,
    options?: MapOptions<Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>>,
  ): Work<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | InsideOf<BL>,
    Ns | N | BN,
    Left<P, N> | Kept<BP, N>,
    O,
    F,
    (Came<BI, BN> | BO)[],
    ErrorsIn<InsideOf<BL>>,
    (Came<BI, BN> | BO)[],
    never,
    never
  >;
  /** A Distributed Map: each item, or batch of items, in an execution of its own. */
  distributedMap<
    const N extends string,
    T,
    X,
    Y,
    H extends string,
    R,
    BI,
    BL,
    BN extends string,
    BP,
    BO,
    W,
    S extends string = never,
  >(
    name: Name<N, Ns, I, P>,
    items: DistributedItems<InAt<I, P, N>, VarsAt<I, V, P, N>, F, T, S, X, Y, H, R>,
    each: (
      each: NoInfer<
        Flow<Batched<Y, Selected<X, ItemOf<R, T>>>, never, never, Ns | N, never, never, BranchOf<F>>
      >,
    ) => End<BI, unknown, BL, BN, BP, BO>,
    options: DistributedMapOptions<W, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>>,
  ): Work<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | InsideOf<BL>,
    Ns | N | BN,
    Left<P, N> | Kept<BP, N>,
    O,
    F,
    MapResult<W, Came<BI, BN> | BO>,
    "States.ExceedToleratedFailureThreshold",
    MapResult<W, Came<BI, BN> | BO>,
    never,
    never
  >;
  /** A Succeed: ends the execution. */
  succeed<const N extends string, T, S extends string = never>(
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
  fail<const N extends string, const X = FailForm<Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>>>(
    name: Name<N, Ns, I, P>,
    options?: FitFields<X, FailFields, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>>,
  ): Flow<
    never,
    VarsAt<I, V, P, N>,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | RaisedBy<X>,
    Ns | N,
    Left<P, N>,
    O,
    F
  >;
  /**
   * A state as Amazon States Language spells it, for a field that has no call yet: without `Next` and `End`, which the
   * calls around it give. It is checked and simulated like any other, and typed by the output that you declare.
   */
  raw<const N extends string, const T extends RawState, R = unknown>(
    name: Name<N, Ns, I, P>,
    state: T,
    options?: RawOptions<R>,
  ): Flow<
    T extends { readonly Type: "Succeed" | "Fail" } ? never : R,
    VarsAt<I, V, P, N>,
    | L
    | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>
    | (T extends { readonly Type: "Task" } ? CalledTask<N, unknown, R, string, "result"> : never),
    Ns | N,
    Left<P, N>,
    O,
    F
  >;
  /**
   * One handler for a stretch of states: each Task, Parallel and Map in it gets the catcher behind its own. The handler
   * stands once, and reads the variables that the stretch begins with.
   */
  withCatch<
    const C extends string,
    HI,
    HV,
    HL,
    HN extends string,
    HP,
    HO,
    BI,
    BV,
    BL,
    BN extends string,
    BP,
    BO,
  >(
    errors: C | readonly C[],
    handler: Part<ErrorOutput, Entered<V>, L, Ns, P, O, InnerOf<F>, HI, HV, HL, HN, HP, HO>,
    states: Part<I, Entered<V>, HL, HN, HP, HO, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Flow<Came<HI, HN> | Came<BI, BN>, AfterBranches<V, JoinVars<HI, HV, BI, BV>>, BL, BN, BP, BO, F>;
  /** The same with an output or variables of the catcher's own, which the handler begins with. */
  withCatch<
    const C extends string,
    CO,
    CA,
    HI,
    HV,
    HL,
    HN extends string,
    HP,
    HO,
    BI,
    BV,
    BL,
    BN extends string,
    BP,
    BO,
    S extends string = never,
  >(
    errors: C | readonly C[],
    handed: Handed<S, GroupErrorScope<V, F, ErrorOutput>, CO, CA>,
    handler: Part<
      HandedInput<CO, ErrorOutput>,
      HandedVars<V, CA>,
      L,
      Ns,
      P,
      O,
      InnerOf<F>,
      HI,
      HV,
      HL,
      HN,
      HP,
      HO
    >,
    states: Part<I, Entered<V>, HL, HN, HP, HO, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Flow<Came<HI, HN> | Came<BI, BN>, AfterBranches<V, JoinVars<HI, HV, BI, BV>>, BL, BN, BP, BO, F>;
  /** A jump: back to a state that exists, or on to one that follows. */
  next<const N extends string>(
    name: NextName<N, I, V, L, Ns>,
  ): Flow<never, V, L, Ns, N extends Ns ? P : P | Jump<N, I, V>, O, F>;
  /** A block of states. Use it beyond eighty states: TypeScript 6 goes one level deeper for each call of a chain. */
  use<BI, BV, BL, BN extends string, BP, BO>(
    part: Part<I, Entered<V>, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): Flow<Came<BI, BN>, AfterBranches<V, BV>, BL, BN, BP, BO, F>;
  /** Finishes the workflow; in a branch: ends the execution there. */
  readonly end: EndOf<F, I, V, L, Ns, P, O>;
}
