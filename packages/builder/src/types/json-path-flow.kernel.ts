import type { Enveloped, TaskCall } from "../tasks/task-call.ts";
import type { AnswerBy, CalledTask } from "./called-task.kernel.ts";
import type {
  Batched,
  DistributedItems,
  DistributedMapOptions,
  MapResult,
} from "./distributed-map.kernel.ts";
import type { ClosedEnd, End, EndOf, Name, NextName } from "./end.kernel.ts";
import type { BranchOf, InnerOf } from "./fixed.kernel.ts";
import type { ItemOf } from "./item-reader.kernel.ts";
import type { ExpressionTo, PathFor, PathTo } from "./json-path.kernel.ts";
import type { PathPart } from "./json-path-branch.kernel.ts";
import type { PathChoiceStart } from "./json-path-choice.kernel.ts";
import type { JsonataChoice, JsonataPass, JsonataTaskFor, JsonataWork } from "./json-path-jsonata.kernel.ts";
import type {
  InJsonata,
  InJsonPath,
  PathBatched,
  PathDistributedItems,
  PathDistributedOptions,
  PathItems,
  PathMapOptions,
  PathMapResult,
  PathRun,
} from "./json-path-map.kernel.ts";
import type { ParallelFields, PathBranch, PathFirst, PathParts } from "./json-path-parallel.kernel.ts";
import type { PathPass, PathWait } from "./json-path-pass.kernel.ts";
import type { ChosenOr } from "./json-path-scope.kernel.ts";
import type { TaskFor } from "./json-path-task.kernel.ts";
import type { PathWork } from "./json-path-work.kernel.ts";
import type { InAt, Jump, Label, Left, VarsAt } from "./labels.kernel.ts";
import type { MapItems, Selected } from "./map-options.kernel.ts";
import type { Open, Resolved } from "./open-template.kernel.ts";
import type { MapOptions, StateOptions, TaskOptions } from "./options.ts";
import type { InsideParts, NamesOf, Outs } from "./parallel.kernel.ts";
import type { InsideOf } from "./remembered.kernel.ts";
import type { Scope } from "./scope.kernel.ts";
import type { FitFor, Unwritten } from "./template.kernel.ts";
import type { VarsFor } from "./variables.kernel.ts";

type Texts<I, V, F> = string | ((scope: Scope<I, V, F>) => string);

/** What a result in an envelope is placed as: nothing in JSONPath takes it out but ResultSelector and OutputPath. */
export type Placeable<C, R> = C extends Enveloped<infer Field extends string> ? { [K in Field]: R } : R;

/** A chain of states whose language is JSONPath: names the next one, jumps, or ends. */
export interface PathFlow<
  in out I,
  in out V,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
> extends End<I, V, L, Ns, P, O> {
  /** A Task whose language is JSONata. */
  task<const N extends string, A, R, E extends string, M extends AnswerBy>(
    name: Name<N, Ns, I, P>,
    call: TaskCall<A, R, E, M>,
    options: InJsonata & TaskOptions<E>,
  ): JsonataTaskFor<
    N,
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | CalledTask<N, A, R, E, M>,
    Ns | N,
    Left<P, N>,
    O,
    F,
    A,
    R,
    E
  >;
  /** A Task: one call of a function or service. Where the input is no argument for it, `.parameters(…)` comes next. */
  task<const N extends string, A, R, E extends string, M extends AnswerBy, C>(
    name: Name<N, Ns, I, P>,
    call: C & TaskCall<A, R, E, M>,
    options?: InJsonPath & TaskOptions<E>,
  ): TaskFor<
    InAt<I, P, N>,
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | CalledTask<N, A, R, E, M>,
    Ns | N,
    Left<P, N>,
    O,
    F,
    A,
    R,
    Placeable<C, R>,
    E,
    "input",
    N
  >;
  /** A Pass whose language is JSONata. */
  pass<const N extends string>(
    name: Name<N, Ns, I, P>,
    options: InJsonata,
  ): JsonataPass<
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
  /** A Pass: changes data, sets variables, calls nothing. */
  pass<const N extends string>(
    name: Name<N, Ns, I, P>,
    options?: InJsonPath & StateOptions,
  ): PathPass<
    InAt<I, P, N>,
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N,
    Left<P, N>,
    O,
    F,
    InAt<I, P, N>,
    InAt<I, P, N>,
    "input"
  >;
  /** A Wait whose language is JSONata. */
  wait<const N extends string, X = Unwritten, Y = Unwritten>(
    name: Name<N, Ns, I, P>,
    until:
      | { readonly seconds: FitFor<X, number, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>> }
      | { readonly timestamp: FitFor<Y, string, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>> },
    options: InJsonata,
  ): JsonataPass<
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
  /** A Wait: for some seconds, or until a time; fixed, or where a path or an arrow says. */
  wait<const N extends string, X = Unwritten, Y = Unwritten, const S extends string = string>(
    name: Name<N, Ns, I, P>,
    until:
      | { readonly seconds: FitFor<X, number, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>> }
      | { readonly secondsPath: PathTo<InAt<I, P, N>, VarsFor<VarsAt<I, V, P, N>>, S, number> }
      | { readonly timestamp: FitFor<Y, string, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>> }
      | { readonly timestampPath: PathTo<InAt<I, P, N>, VarsFor<VarsAt<I, V, P, N>>, S, string> },
    options?: InJsonPath & StateOptions,
  ): PathWait<
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
  /** A Choice whose language is JSONata. */
  choice<const N extends string>(
    name: Name<N, Ns, I, P>,
    options: InJsonata,
  ): JsonataChoice<
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
  /** A Choice: `.when(…)` in order, then `.otherwise(…)`. */
  choice<const N extends string>(
    name: Name<N, Ns, I, P>,
    options?: InJsonPath & StateOptions,
  ): PathChoiceStart<
    N,
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N,
    Left<P, N>,
    O,
    F
  >;
  /** A Parallel: all branches at once; the result is a tuple of what they end with. */
  parallel<
    const N extends string,
    const IP extends string | null,
    const B extends readonly ((
      branch: NoInfer<PathBranch<InAt<I, P, N>, VarsAt<I, V, P, N>, IP, T, Ns | N, F>>,
    ) => ClosedEnd)[],
    Q extends PathFirst<InAt<I, P, N>, VarsAt<I, V, P, N>, Ns | N, F>,
    const T = Unwritten,
  >(
    name: Name<N, Ns, I, P>,
    first: Q | ParallelFields<InAt<I, P, N>, VarsAt<I, V, P, N>, F, IP, T>,
    ...branches: B
  ): PathWork<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | InsideParts<PathParts<Q, B>>,
    Ns | N | NamesOf<PathParts<Q, B>>,
    Left<P, N>,
    O,
    F,
    Outs<PathParts<Q, B>>,
    Outs<PathParts<Q, B>>,
    "States.BranchFailed",
    Outs<PathParts<Q, B>>,
    never,
    never,
    "made"
  >;
  /** A Parallel whose language is JSONata; its branches are JSONPath, as the machine is (R-QL-01). */
  parallel<
    const N extends string,
    const B extends readonly ((
      branch: NoInfer<PathFlow<InAt<I, P, N>, VarsAt<I, V, P, N>, never, Ns | N, never, never, BranchOf<F>>>,
    ) => ClosedEnd)[],
  >(
    name: Name<N, Ns, I, P>,
    options: InJsonata,
    ...branches: B
  ): JsonataWork<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | InsideParts<B>,
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
  /** A Map whose language is JSONata; the states of its body are JSONPath, as the machine is (R-QL-01). */
  map<const N extends string, T, S extends string, X, BI, BL, BN extends string, BO>(
    name: Name<N, Ns, I, P>,
    items: MapItems<InAt<I, P, N>, VarsAt<I, V, P, N>, F, T, S, X>,
    each: (
      each: NoInfer<PathFlow<Selected<X, T>, VarsAt<I, V, P, N>, never, Ns | N, never, never, BranchOf<F>>>,
    ) => End<BI, unknown, BL, BN, never, BO>,
    options: InJsonata & MapOptions<Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>>,
  ): JsonataWork<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | InsideOf<BL>,
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
  /** A Map: the body once for each item, in this execution; the result is the array of what it ends with. */
  map<
    const N extends string,
    const Q extends string,
    const IP extends string | null,
    const S extends string,
    T,
    const C extends string,
    BI,
    BL,
    BN extends string,
    BO,
    const X = Unwritten,
  >(
    name: Name<N, Ns, I, P>,
    items: PathItems<InAt<I, P, N>, VarsAt<I, V, P, N>, F, Q, IP, S, T, X>,
    each: (
      each: NoInfer<
        PathFlow<
          PathRun<InAt<I, P, N>, VarsAt<I, V, P, N>, Q, IP, S, T, unknown, X>,
          VarsAt<I, V, P, N>,
          never,
          Ns | N,
          never,
          never,
          BranchOf<F>
        >
      >,
    ) => End<BI, unknown, BL, BN, never, BO>,
    options?: PathMapOptions<InAt<I, P, N>, VarsAt<I, V, P, N>, F, C>,
  ): PathWork<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | InsideOf<BL>,
    Ns | N | BN,
    Left<P, N>,
    O,
    F,
    (BI | BO)[],
    (BI | BO)[],
    never,
    (BI | BO)[],
    never,
    never,
    "made"
  >;
  /** A Distributed Map whose language is JSONata; the states of its body are JSONPath, as the machine is (R-QL-01). */
  distributedMap<
    const N extends string,
    T,
    S extends string,
    X,
    Y,
    H extends string,
    R,
    BI,
    BL,
    BN extends string,
    BO,
    W,
  >(
    name: Name<N, Ns, I, P>,
    items: DistributedItems<InAt<I, P, N>, VarsAt<I, V, P, N>, F, T, S, X, Y, H, R>,
    each: (
      each: NoInfer<
        PathFlow<Batched<Y, Selected<X, ItemOf<R, T>>>, never, never, Ns | N, never, never, BranchOf<F>>
      >,
    ) => End<BI, unknown, BL, BN, never, BO>,
    options: InJsonata & DistributedMapOptions<W, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>>,
  ): JsonataWork<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | InsideOf<BL>,
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
  /** A Distributed Map: each item, or batch of items, in an execution of its own. */
  distributedMap<
    const N extends string,
    const IP extends string | null,
    const S extends string,
    T,
    const R,
    Y,
    const C1 extends string,
    const C2 extends string,
    const C3 extends string,
    const C4 extends string,
    const C5 extends string,
    const C6 extends string,
    BI,
    BL,
    BN extends string,
    BO,
    W,
    const X = Unwritten,
    const B = Unwritten,
  >(
    name: Name<N, Ns, I, P>,
    items: PathDistributedItems<InAt<I, P, N>, VarsAt<I, V, P, N>, F, IP, S, T, R, X, Y, B, C1, C2, C3>,
    each: (
      each: NoInfer<
        PathFlow<
          PathBatched<
            Y,
            B,
            ChosenOr<IP, InAt<I, P, N>, VarsFor<VarsAt<I, V, P, N>>>,
            VarsAt<I, V, P, N>,
            PathRun<InAt<I, P, N>, VarsAt<I, V, P, N>, string, IP, S, T, R, X>
          >,
          never,
          never,
          Ns | N,
          never,
          never,
          BranchOf<F>
        >
      >,
    ) => End<BI, unknown, BL, BN, never, BO>,
    options: PathDistributedOptions<InAt<I, P, N>, VarsAt<I, V, P, N>, F, W, C4, C5, C6>,
  ): PathWork<
    InAt<I, P, N>,
    VarsAt<I, V, P, N>,
    never,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>> | InsideOf<BL>,
    Ns | N | BN,
    Left<P, N>,
    O,
    F,
    PathMapResult<W, BI | BO>,
    PathMapResult<W, BI | BO>,
    "States.ExceedToleratedFailureThreshold",
    PathMapResult<W, BI | BO>,
    never,
    never,
    "made"
  >;
  /** A Succeed: ends the execution. */
  succeed<const N extends string, const IP extends string | null, const OP extends string | null>(
    name: Name<N, Ns, I, P>,
    options?: {
      readonly inputPath?: IP extends string ? PathFor<InAt<I, P, N>, VarsFor<VarsAt<I, V, P, N>>, IP> : IP;
      readonly outputPath?: OP extends string
        ? PathFor<ChosenOr<IP, InAt<I, P, N>, VarsFor<VarsAt<I, V, P, N>>>, VarsFor<VarsAt<I, V, P, N>>, OP>
        : OP;
      readonly comment?: string;
    },
  ): Flowing<
    VarsAt<I, V, P, N>,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N,
    Left<P, N>,
    O | ChosenOr<OP, ChosenOr<IP, InAt<I, P, N>, VarsFor<VarsAt<I, V, P, N>>>, VarsFor<VarsAt<I, V, P, N>>>,
    F
  >;
  /** A Succeed whose language is JSONata. */
  succeed<const N extends string, S extends string, T>(
    name: Name<N, Ns, I, P>,
    options: InJsonata & { readonly output?: T & Open<S, Scope<InAt<I, P, N>, VarsAt<I, V, P, N>, F>> },
  ): Flowing<
    VarsAt<I, V, P, N>,
    L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>,
    Ns | N,
    Left<P, N>,
    O | (unknown extends T ? InAt<I, P, N> : Resolved<T>),
    F
  >;
  /** A Fail: ends the execution with an error; its texts are fixed, of arrows, or of paths and functions (R-FAIL-02). */
  fail<const N extends string, const S1 extends string, const S2 extends string>(
    name: Name<N, Ns, I, P>,
    options?: {
      readonly queryLanguage?: "JSONata" | "JSONPath";
      readonly error?: Texts<InAt<I, P, N>, VarsAt<I, V, P, N>, F>;
      readonly errorPath?: ExpressionTo<InAt<I, P, N>, VarsFor<VarsAt<I, V, P, N>>, S1, string>;
      readonly cause?: Texts<InAt<I, P, N>, VarsAt<I, V, P, N>, F>;
      readonly causePath?: ExpressionTo<InAt<I, P, N>, VarsFor<VarsAt<I, V, P, N>>, S2, string>;
      readonly comment?: string;
    },
  ): Flowing<VarsAt<I, V, P, N>, L | Label<N, InAt<I, P, N>, VarsAt<I, V, P, N>>, Ns | N, Left<P, N>, O, F>;
  /** A jump: back to a state that exists, or on to one that follows. */
  next<const N extends string>(
    name: NextName<N, I, V, L, Ns>,
  ): PathFlow<never, V, L, Ns, N extends Ns ? P : P | Jump<N, I, V>, O, F>;
  /** A block of states. Use it beyond eighty states: TypeScript 6 goes one level deeper for each call of a chain. */
  use<BI, BV, BL, BN extends string, BP, BO>(
    part: PathPart<I, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): PathFlow<BI, BV, BL, BN, BP, BO, F>;
  /** Finishes the workflow; in a branch: ends the execution there. */
  readonly end: EndOf<F, I, V, L, Ns, P, O>;
}

type Flowing<V, L, Ns extends string, P, O, F> = PathFlow<never, V, L, Ns, P, O, F>;
