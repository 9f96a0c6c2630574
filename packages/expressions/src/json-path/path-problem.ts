import type { Span } from "@statewright/diagnostics";

/** What is wrong with a path or with a call of an intrinsic function. */
export interface PathProblem {
  readonly kind: PathProblemKind;
  /** For people: what, and what to write instead. */
  readonly message: string;
  readonly span: Span;
  /** `error`: AWS refuses the definition; `warning`: whether it does is not known, or it fails when it runs. */
  readonly severity: "error" | "warning";
  /** The name that was probably meant. */
  readonly nearest?: string;
}

/**
 * `syntax`: no path, no call. `unknown-function`: there is no such intrinsic function. `argument-count`: too few or
 * too many. `depth`: nested too deep. `escape`: a backslash before what needs none.
 */
export type PathProblemKind = "syntax" | "unknown-function" | "argument-count" | "depth" | "escape";
