import type { JsonPathText } from "../template/raw-expression.ts";
import type { Assigned, JoinVars } from "./assigned.kernel.ts";
import type { ErrorOutput } from "./context.ts";
import type { InnerOf } from "./fixed.kernel.ts";
import type { PathFor, PathTo, Placed, ResultPathFor } from "./json-path.kernel.ts";
import type { CaughtBy, PathHanded, PathHandedVars, PathPart } from "./json-path-branch.kernel.ts";
import type { PathFlow } from "./json-path-flow.kernel.ts";
import type { Chosen, InOrder, PathArgument, ResultOnlyScope, Stage } from "./json-path-scope.kernel.ts";
import type { PathFitFor, PathOpenFor, PathResolved } from "./json-path-template.kernel.ts";
import type { Misfit } from "./messages.kernel.ts";
import type { Retrier, StatesError, Where } from "./options.ts";
import type { ArgumentsScope, Scope } from "./scope.kernel.ts";
import type { Unwritten } from "./template.kernel.ts";
import type { Entries, VarsFor } from "./variables.kernel.ts";

// Beside the letters of end.kernel.ts: In the input behind InputPath · W what ResultPath places · At the stage
// of the data that the calls have come to

/** A Task whose input is no argument for it is this until `.inputPath(…)` or `.parameters(…)` make it one. */
export type TaskFor<
  I,
  In,
  V,
  L,
  Ns extends string,
  P,
  O,
  F,
  A,
  R,
  W,
  E extends string,
  At extends Stage,
  N extends string,
> = [In] extends [A]
  ? PathTask<I, In, V, never, L, Ns, P, O, F, A, R, W, E, R, never, never, At>
  : NeedsParameters<N, Misfit<In, A>, I, In, V, L, Ns, P, O, F, A, R, W, E, At>;

/** The state's input is not what the task takes: only `.inputPath(…)` and `.parameters(…)` lead on. */
export interface NeedsParameters<
  in out N extends string,
  Why,
  in out I,
  in out In,
  in out V,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out A,
  in out R,
  in out W,
  in out E extends string,
  in out At extends Stage,
> {
  readonly state: N;
  readonly why: Why;
  /** The part of the input that the state works on. */
  readonly inputPath: InOrder<
    At,
    "input",
    "inputPath",
    <const T = Unwritten>(
      path: PathArgument<T, I, Scope<I, V, F>>,
    ) => TaskFor<I, Chosen<T, I, VarsFor<V>>, V, L, Ns, P, O, F, A, R, W, E, "chosen", N>
  >;
  /** What the task is called with: an object of paths, data and arrows, or one arrow. */
  parameters<const T = Unwritten>(
    template: PathFitFor<T, A, ArgumentsScope<In, V, F>, In>,
  ): PathTask<I, In, V, never, L, Ns, P, O, F, A, R, W, E, R, never, never, "made">;
}

/** A Task whose language is JSONPath. */
export interface PathTask<
  in out I,
  in out In,
  in out V,
  in out NV,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out A,
  in out R,
  in out W,
  in out E extends string,
  in out Out,
  in out CI,
  in out CV,
  in out At extends Stage,
> extends PathFlow<Out | CI, JoinVars<Out, Assigned<V, NV>, CI, CV>, L, Ns, P, O, F> {
  /** The part of the input that the state works on. */
  readonly inputPath: InOrder<
    At,
    "input",
    "inputPath",
    <const T = Unwritten>(
      path: PathArgument<T, I, Scope<I, V, F>>,
    ) => TaskFor<I, Chosen<T, I, VarsFor<V>>, V, L, Ns, P, O, F, A, R, W, E, "chosen", "">
  >;
  /** What the task is called with: an object of paths, data and arrows, or one arrow. */
  readonly parameters: InOrder<
    At,
    "input" | "chosen",
    "parameters",
    <const T = Unwritten>(
      template: PathFitFor<T, A, ArgumentsScope<In, V, F>, In>,
    ) => PathTask<I, In, V, NV, L, Ns, P, O, F, A, R, W, E, Out, CI, CV, "made">
  >;
  /** What is kept of the result: an object of paths, data and arrows, or one arrow. */
  readonly resultSelector: InOrder<
    At,
    "input" | "chosen" | "made",
    "resultSelector",
    <const T = Unwritten>(
      template: PathOpenFor<T, ResultOnlyScope<V, F, R>, W>,
    ) => PathTask<
      I,
      In,
      V,
      NV,
      L,
      Ns,
      P,
      O,
      F,
      A,
      R,
      PathResolved<T, W, VarsFor<V>>,
      E,
      PathResolved<T, W, VarsFor<V>>,
      CI,
      CV,
      "selected"
    >
  >;
  /** Where in the state's input the result goes; `null` discards it, `"$"` puts it in the input's place. */
  readonly resultPath: InOrder<
    At,
    "input" | "chosen" | "made" | "selected",
    "resultPath",
    <const T extends string | null>(
      path: ResultPathFor<I, T, W>,
    ) => PathTask<
      I,
      In,
      V,
      NV,
      L,
      Ns,
      P,
      O,
      F,
      A,
      R,
      W,
      E,
      T extends "$" ? Out : Placed<I, T, W>,
      CI,
      CV,
      "placed"
    >
  >;
  /** The part that the state hands on. */
  readonly outputPath: InOrder<
    At,
    "input" | "chosen" | "made" | "selected" | "placed",
    "outputPath",
    <const T extends string | null>(
      path: T extends string ? PathFor<Out, VarsFor<V>, T> : T,
    ) => PathTask<I, In, V, NV, L, Ns, P, O, F, A, R, W, E, Chosen<T, Out, VarsFor<V>>, CI, CV, "done">
  >;
  comment(text: string): this;
  /** How long the call may take: a number, or an arrow that names where it stands. */
  timeoutSeconds(seconds: number | ((scope: Scope<In, V, F>) => number)): this;
  timeoutSecondsPath<const T extends string>(path: PathTo<In, VarsFor<V>, T, number>): this;
  /** How long the worker may be silent. */
  heartbeatSeconds(seconds: number | ((scope: Scope<In, V, F>) => number)): this;
  heartbeatSecondsPath<const T extends string>(path: PathTo<In, VarsFor<V>, T, number>): this;
  /** The role to call with, of another account. */
  credentials(role: {
    readonly roleArn: Where | JsonPathText<string, unknown> | ((scope: Scope<In, V, F>) => string);
  }): this;
  /** When to try again. */
  retry(...retriers: Retrier<E>[]): this;
  /** Sets variables, which every later state can read. `$` is the result as the task answers it. */
  assign<const T = Unwritten>(
    template: PathOpenFor<T, ResultOnlyScope<V, F, R>, W>,
  ): PathTask<
    I,
    In,
    V,
    Assigned<NV, Entries<PathResolved<T, W, VarsFor<V>>>>,
    L,
    Ns,
    P,
    O,
    F,
    A,
    R,
    W,
    E,
    Out,
    CI,
    CV,
    At
  >;
  /** What to do after an error. The handler's input is the Error Output; what it leaves open goes on behind this state. */
  catch<const C extends E | StatesError, BI, BV, BL, BN extends string, BP, BO>(
    errors: C | readonly C[],
    handler: PathPart<ErrorOutput, V, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): PathTask<I, In, V, NV, BL, BN, BP, BO, F, A, R, W, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>, At>;
  /** The same with the place of the Error Output in the state's input, or variables of the catcher's own. */
  catch<
    const C extends E | StatesError,
    const T extends string | null,
    BI,
    BV,
    BL,
    BN extends string,
    BP,
    BO,
    const CA = Unwritten,
  >(
    errors: C | readonly C[],
    handed: PathHanded<I, V, F, T, CA>,
    handler: PathPart<CaughtBy<I, T>, PathHandedVars<V, CA>, L, Ns, P, O, InnerOf<F>, BI, BV, BL, BN, BP, BO>,
  ): PathTask<I, In, V, NV, BL, BN, BP, BO, F, A, R, W, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>, At>;
}
