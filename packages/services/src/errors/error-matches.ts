import { predefinedErrors } from "./predefined-errors.ts";

/** What the name alone does not say about an error. */
export interface ErrorCircumstances {
  /** The state's own input or output passed the payload quota: ends the execution (R-ERR-13). */
  readonly ownData?: boolean;
  /** A branch of the Parallel failed: `States.BranchFailed` is another name for it. */
  readonly branch?: boolean;
}

/**
 * Whether an entry of `ErrorEquals` matches an error (R-ERR-10 to R-ERR-16). Names are case-sensitive.
 *
 * A missed heartbeat is asked for as `States.HeartbeatTimeout`, though the history shows `States.Timeout`.
 *
 * @example
 * ```ts
 * errorMatches("CardDeclined", "States.TaskFailed"); // true: a wildcard for all but timeouts
 * errorMatches("States.Timeout", "States.TaskFailed"); // false
 * errorMatches("States.Runtime", "States.Runtime"); // false: never caught, even by name
 * ```
 */
export function errorMatches(
  error: string,
  matcher: string,
  circumstances: ErrorCircumstances = {},
): boolean {
  const known = Object.hasOwn(predefinedErrors, error) ? predefinedErrors[error] : undefined;
  if (known?.catchable === false) return false;
  if (circumstances.ownData && error === "States.DataLimitExceeded") return false;
  if (matcher === error) return true;
  if (matcher === "States.ALL") return known?.matchedByAll ?? true;
  if (matcher === "States.TaskFailed") return known?.matchedByTaskFailed ?? true;
  if (matcher === "States.Timeout") return error === "States.HeartbeatTimeout";
  return matcher === "States.BranchFailed" && circumstances.branch === true;
}
