import type { Assigned } from "./assigned.kernel.ts";
import type { ErrorOutput } from "./context.ts";
import type { End } from "./end.kernel.ts";
import type { Placed, ResultPathFor } from "./json-path.kernel.ts";
import type { PathFlow } from "./json-path-flow.kernel.ts";
import type { ErrorOnlyScope } from "./json-path-scope.kernel.ts";
import type { PathOpenFor, PathResolved } from "./json-path-template.kernel.ts";
import type { Unwritten } from "./template.kernel.ts";
import type { Entries, VarsFor } from "./variables.kernel.ts";

/** A branch of a JSONPath machine, given the start of it. */
export type PathPart<I, V, L, Ns extends string, P, O, F, BI, BV, BL, BN, BP, BO> = (
  branch: NoInfer<PathFlow<I, V, L, Ns, P, O, F>>,
) => End<BI, BV, BL, BN, BP, BO>;

/** What a catcher makes of the data, before its handler begins. */
export interface PathHanded<I, V, F, T, CA> {
  /** Where in the state's input the Error Output goes (R-RP-04); the whole of it is the default. */
  readonly resultPath?: ResultPathFor<I, T, ErrorOutput>;
  readonly assign?: PathOpenFor<CA, ErrorOnlyScope<V, F, ErrorOutput>, ErrorOutput>;
  readonly comment?: string;
}

/** What the handler begins with; without a path the Error Output alone. */
export type CaughtBy<I, T> = string extends T ? ErrorOutput : Placed<I, T, ErrorOutput>;

export type PathHandedVars<V, CA> = CA extends Unwritten
  ? V
  : Assigned<V, Entries<PathResolved<CA, ErrorOutput, VarsFor<V>>>>;
