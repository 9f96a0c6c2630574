import type { Assigned } from "./assigned.kernel.ts";
import type { PathFor, Placed, ResultPathFor } from "./json-path.kernel.ts";
import type { PathFlow } from "./json-path-flow.kernel.ts";
import type { Chosen, InOrder, PathArgument, ResultOnlyScope, Stage } from "./json-path-scope.kernel.ts";
import type { PathOpenFor, PathResolved } from "./json-path-template.kernel.ts";
import type { Scope } from "./scope.kernel.ts";
import type { Unwritten } from "./template.kernel.ts";
import type { Entries, VarsFor } from "./variables.kernel.ts";

/** What `assign` of a Pass reads: what it yields; its input only while that is the same (R-JP-14). */
export type PassScope<In, V, F, R, At extends Stage> = [At] extends ["input" | "chosen"]
  ? Scope<In, V, F> & { readonly result: R }
  : ResultOnlyScope<V, F, R>;

/** A Pass whose language is JSONPath. `R` is what it yields, before ResultPath. */
export interface PathPass<
  in out I,
  in out In,
  in out V,
  in out NV,
  in out L,
  in out Ns extends string,
  in out P,
  in out O,
  in out F,
  in out R,
  in out Out,
  in out At extends Stage,
> extends PathFlow<Out, Assigned<V, NV>, L, Ns, P, O, F> {
  /** The part of the input that the state works on. */
  readonly inputPath: InOrder<
    At,
    "input",
    "inputPath",
    <const T = Unwritten>(
      path: PathArgument<T, I, Scope<I, V, F>>,
    ) => PathPass<
      I,
      Chosen<T, I, VarsFor<V>>,
      V,
      NV,
      L,
      Ns,
      P,
      O,
      F,
      Chosen<T, I, VarsFor<V>>,
      Chosen<T, I, VarsFor<V>>,
      "chosen"
    >
  >;
  /** What the state makes of it: an object of paths, data and arrows, or one arrow. */
  readonly parameters: InOrder<
    At,
    "input" | "chosen",
    "parameters",
    <const T = Unwritten>(
      template: PathOpenFor<T, Scope<In, V, F>, In>,
    ) => PathPass<
      I,
      In,
      V,
      NV,
      L,
      Ns,
      P,
      O,
      F,
      PathResolved<T, In, VarsFor<V>>,
      PathResolved<T, In, VarsFor<V>>,
      "made"
    >
  >;
  /** What the state yields as it stands: nothing in it is an expression (R-PASS-01). */
  readonly result: InOrder<
    At,
    "input" | "chosen",
    "result",
    <T>(value: T) => PathPass<I, In, V, NV, L, Ns, P, O, F, T, T, "made">
  >;
  /** Where in the state's input the result goes; `null` discards it, `"$"` puts it in the input's place. */
  readonly resultPath: InOrder<
    At,
    "input" | "chosen" | "made",
    "resultPath",
    <const T extends string | null>(
      path: ResultPathFor<I, T, R>,
    ) => PathPass<I, In, V, NV, L, Ns, P, O, F, R, Placed<I, T, R>, "placed">
  >;
  /** The part that the state hands on. */
  readonly outputPath: InOrder<
    At,
    "input" | "chosen" | "made" | "placed",
    "outputPath",
    <const T extends string | null>(
      path: T extends string ? PathFor<Out, VarsFor<V>, T> : T,
    ) => PathPass<I, In, V, NV, L, Ns, P, O, F, R, Chosen<T, Out, VarsFor<V>>, "done">
  >;
  comment(text: string): this;
  /** Sets variables, which every later state can read. `$` is what the state yields. */
  assign<const T = Unwritten>(
    template: PathOpenFor<T, PassScope<In, V, F, R, At>, R>,
  ): PathPass<I, In, V, Assigned<NV, Entries<PathResolved<T, R, VarsFor<V>>>>, L, Ns, P, O, F, R, Out, At>;
}

/** A Wait whose language is JSONPath. */
export interface PathWait<
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
  /** The part that the state hands on. */
  outputPath<const T extends string | null>(
    path: T extends string ? PathFor<Out, VarsFor<V>, T> : T,
  ): PathWait<I, V, NV, L, Ns, P, O, F, Chosen<T, Out, VarsFor<V>>>;
  comment(text: string): this;
  /** Sets variables, which every later state can read. */
  assign<const T = Unwritten>(
    template: PathOpenFor<T, Scope<I, V, F>, I>,
  ): PathWait<I, V, Assigned<NV, Entries<PathResolved<T, I, VarsFor<V>>>>, L, Ns, P, O, F, Out>;
}
