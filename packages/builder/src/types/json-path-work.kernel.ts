import type { Assigned, JoinVars } from "./assigned.kernel.ts";
import type { ErrorOutput } from "./context.ts";
import type { InnerOf } from "./fixed.kernel.ts";
import type { PathFor, Placed, ResultPathFor } from "./json-path.kernel.ts";
import type { CaughtBy, PathHanded, PathHandedVars, PathPart } from "./json-path-branch.kernel.ts";
import type { PathFlow } from "./json-path-flow.kernel.ts";
import type { Chosen, InOrder, ResultOnlyScope, Stage } from "./json-path-scope.kernel.ts";
import type { PathOpenFor, PathResolved } from "./json-path-template.kernel.ts";
import type { Retrier, StatesError } from "./options.ts";
import type { Unwritten } from "./template.kernel.ts";
import type { Entries, VarsFor } from "./variables.kernel.ts";

/** A Parallel or Map whose language is JSONPath. */
export interface PathWork<
  in out I,
  in out V,
  in out NV,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out R,
  in out W,
  in out E extends string,
  in out Out,
  in out CI,
  in out CV,
  in out At extends Stage,
> extends PathFlow<Out | CI, JoinVars<Out, Assigned<V, NV>, CI, CV>, L, Ns, P, O, F> {
  /** What is kept of the result: an object of paths, data and arrows, or one arrow. */
  readonly resultSelector: InOrder<
    At,
    "input" | "chosen" | "made",
    "resultSelector",
    <const T = Unwritten>(
      template: PathOpenFor<T, ResultOnlyScope<V, F, R>, R>,
    ) => PathWork<
      I,
      V,
      NV,
      L,
      Ns,
      P,
      O,
      F,
      R,
      PathResolved<T, R, VarsFor<V>>,
      E,
      PathResolved<T, R, VarsFor<V>>,
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
    ) => PathWork<I, V, NV, L, Ns, P, O, F, R, W, E, Placed<I, T, W>, CI, CV, "placed">
  >;
  /** The part that the state hands on. */
  readonly outputPath: InOrder<
    At,
    "input" | "chosen" | "made" | "selected" | "placed",
    "outputPath",
    <const T extends string | null>(
      path: T extends string ? PathFor<Out, VarsFor<V>, T> : T,
    ) => PathWork<I, V, NV, L, Ns, P, O, F, R, W, E, Chosen<T, Out, VarsFor<V>>, CI, CV, "done">
  >;
  comment(text: string): this;
  /** When to try again. */
  retry(...retriers: Retrier<E>[]): this;
  /** Sets variables, which every later state can read. `$` is the result. */
  assign<const T = Unwritten>(
    template: PathOpenFor<T, ResultOnlyScope<V, F, R>, R>,
  ): PathWork<
    I,
    V,
    Assigned<NV, Entries<PathResolved<T, R, VarsFor<V>>>>,
    L,
    Ns,
    P,
    O,
    F,
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
  ): PathWork<I, V, NV, BL, BN, BP, BO, F, R, W, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>, At>;
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
  ): PathWork<I, V, NV, BL, BN, BP, BO, F, R, W, E, Out, CI | BI, JoinVars<CI, CV, BI, BV>, At>;
}
