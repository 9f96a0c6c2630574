import { matchEvent } from "./compare-events.ts";
import type { ComparedEvents } from "./comparison.ts";
import type { Masks } from "./masks.ts";
import type { PlainEvent } from "./plain-event.ts";

/** Two histories as multisets: what is in one of them only. */
export interface Unordered {
  readonly missing: readonly PlainEvent[];
  readonly extra: readonly PlainEvent[];
  readonly events: ComparedEvents;
}

/** Events whose order was lost, each with one of ours: exact pairs first, so that no mask takes what is another's. */
export function compareUnordered(
  history: readonly PlainEvent[],
  events: readonly PlainEvent[],
  masks: Masks,
  mayPair: (expected: PlainEvent, actual: PlainEvent) => boolean,
): Unordered {
  const left = [...events];
  const take = (expected: PlainEvent, withMasks: boolean): boolean => {
    const index = left.findIndex((actual) => {
      if (expected.type !== actual.type || !mayPair(expected, actual)) return false;
      const { mismatch, masked } = matchEvent(expected, actual, masks);
      return mismatch === undefined && masked === withMasks;
    });
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  const inexact = history.filter((expected) => !take(expected, false));
  const missing = inexact.filter((expected) => !take(expected, true));
  const compared = history.length - inexact.length;
  return { missing, extra: left, events: { compared, masked: inexact.length - missing.length } };
}
