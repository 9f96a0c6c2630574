import type { ClosedEnd, End } from "./end.kernel.ts";
import type { BranchOf } from "./fixed.kernel.ts";
import type { PathFor } from "./json-path.kernel.ts";
import type { PathFlow } from "./json-path-flow.kernel.ts";
import type { InJsonPath } from "./json-path-map.kernel.ts";
import type { ChosenOr } from "./json-path-scope.kernel.ts";
import type { PathOpenFor, PathResolved } from "./json-path-template.kernel.ts";
import type { WorkOptions } from "./options.ts";
import type { Scope } from "./scope.kernel.ts";
import type { Unwritten } from "./template.kernel.ts";
import type { VarsFor } from "./variables.kernel.ts";

// IP the InputPath of a Parallel · T its Parameters, where it has any

/** The start of a branch. */
export type PathBranch<I, V, IP, T, Ns extends string, F> = PathFlow<
  T extends Unwritten
    ? ChosenOr<IP, I, VarsFor<V>>
    : PathResolved<T, ChosenOr<IP, I, VarsFor<V>>, VarsFor<V>>,
  V,
  never,
  Ns,
  never,
  never,
  BranchOf<F>
>;

/** The first branch, where nothing stands before it. */
export type PathFirst<I, V, Ns extends string, F> = (
  branch: NoInfer<PathFlow<I, V, never, Ns, never, never, BranchOf<F>>>,
) => ClosedEnd;

/** What holds for all branches. */
export interface ParallelFields<I, V, F, IP, T> extends WorkOptions<"States.BranchFailed">, InJsonPath {
  /** The part of the input that the branches begin with. */
  readonly inputPath?: IP extends string ? PathFor<I, VarsFor<V>, IP> : IP;
  /** What every branch begins with. */
  readonly parameters?: PathOpenFor<T, Scope<ChosenOr<IP, I, VarsFor<V>>, V, F>, ChosenOr<IP, I, VarsFor<V>>>;
}

/** The branches among all that follows the name. Where fields came first, `Q` is what it has to be, with any names. */
export type PathParts<Q, B extends readonly unknown[]> = Q extends (
  branch: never,
) => End<any, any, any, infer N, never, any>
  ? unknown extends N
    ? B
    : readonly [Q, ...B]
  : B;
