import { errorMatches } from "@statewright/services";
import type { RetrierPlan } from "../program/plan-fields.ts";
import type { Failure } from "./unit.ts";

/** Whether an `ErrorEquals` list takes this failure (R-ERR-11 to R-ERR-15). */
export function matches(errors: readonly string[], failure: Failure): boolean {
  const error = failure.heartbeat ? "States.HeartbeatTimeout" : (failure.error ?? "");
  const circumstances = { branch: failure.branch === true };
  return errors.some((matcher) => errorMatches(error, matcher, circumstances));
}

/** Seconds before retry number `attempt`, from 1: the cap comes before the jitter (R-RETRY-04). */
export function retryDelay(retrier: RetrierPlan, attempt: number, random: number): number {
  const delay = retrier.intervalSeconds * retrier.backoffRate ** (attempt - 1);
  return Math.min(delay, retrier.maxDelaySeconds ?? longestDelay) * random;
}

/** Where no MaxDelaySeconds is given, so that a large BackoffRate cannot leave the range of times. */
const longestDelay = 31_622_400;
