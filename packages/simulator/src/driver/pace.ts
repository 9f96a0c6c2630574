import { nextTime } from "./agenda.ts";
import type { Clock } from "./clock.ts";

/** How time passes, where it is to take time: for a run that is watched. */
export interface Pace {
  /** Waits so many milliseconds, such as `setTimeout` of `node:timers/promises`; that it rejects stops the run. */
  wait(milliseconds: number): PromiseLike<unknown>;
  /** Stops the run before anything else happens: an `AbortSignal`. */
  readonly signal?: { readonly aborted: boolean };
}

/** Waits until the next instant of the clock; false when the run was stopped meanwhile. */
export async function waitForNext({ agenda, now }: Clock, { wait, signal }: Pace): Promise<boolean> {
  const left = (nextTime(agenda) ?? now) - now;
  if (left > 0 && !signal?.aborted) {
    try {
      await wait(left);
    } catch {
      return false;
    }
  }
  return !signal?.aborted;
}
