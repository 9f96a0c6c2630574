import type { Context } from "./context.ts";
import type { ConstantsOf } from "./fixed.kernel.ts";
import type { AtPath, PathFor } from "./json-path.kernel.ts";
import type { Unwritten } from "./template.kernel.ts";
import type { VarsFor } from "./variables.kernel.ts";

interface Anywhere<V, F> {
  /** The variables assigned on the way here. */
  readonly vars: VarsFor<V>;
  /** The context object, `$$`. */
  readonly context: Context;
  /** The constants of the workflow; they are printed where they are read. */
  readonly constants: ConstantsOf<F>;
}

/** Where `$` is the result of the state: in `resultSelector` and `assign` (R-JP-05, R-JP-14). The input is not there. */
export interface ResultOnlyScope<V, F, R> extends Anywhere<V, F> {
  readonly result: R;
}

/** What `assign` of a catcher can read: `$` is the Error Output. */
export interface ErrorOnlyScope<V, F, E> extends Anywhere<V, F> {
  readonly error: E;
}

type Fn = (...args: never) => unknown;

/** A parameter for a path: `null`, a text that is checked, or an arrow that names one place. */
export type PathArgument<T, D, S> = unknown extends T
  ? string | null | ((scope: S) => unknown)
  : T extends Unwritten
    ? string | null | ((scope: S) => unknown)
    : T extends Fn
      ? NoInfer<(scope: S) => unknown>
      : T extends string
        ? S extends { readonly vars: infer V }
          ? PathFor<D, V, T>
          : never
        : T extends null
          ? null
          : T;

/** What the path chooses; `null` discards, and leaves an empty object (R-JP-03). */
export type Chosen<T, D, V> = T extends null
  ? Record<never, never>
  : T extends (...args: never) => infer R
    ? R
    : T extends string
      ? AtPath<D, V, T>
      : D;

/** The same for an option that may be left out. */
export type ChosenOr<T, D, V> = string extends T ? D : Chosen<T, D, V>;

/** A call that comes too late: it works on what an earlier one has made (R-JP-01). */
export interface ComesEarlier<Call extends string, Before extends string> {
  readonly call: Call;
  readonly before: Before;
}

// The stages of the data that a state's calls have gone through.
export type Stage = "input" | "chosen" | "made" | "selected" | "placed" | "done";

/** `Call` where the state is at one of the stages `May`; else what it has to come before. */
export type InOrder<At extends Stage, May extends Stage, Name extends string, Call> = [At] extends [May]
  ? Call
  : ComesEarlier<Name, LaterCall[At]>;

interface LaterCall {
  readonly input: never;
  readonly chosen: "inputPath";
  readonly made: "parameters";
  readonly selected: "resultSelector";
  readonly placed: "resultPath";
  readonly done: "outputPath";
}
