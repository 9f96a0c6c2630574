import { shown } from "./compare-events.ts";
import { compareUnordered } from "./compare-unordered.ts";
import type { Comparison } from "./comparison.ts";
import { equalEvents } from "./comparison.ts";
import type { Masks } from "./masks.ts";
import type { PlainEvent } from "./plain-event.ts";

/**
 * The recorder of some executions with a Parallel erased the ids of its events, sorted them, and lost its
 * ParallelStateSucceeded or ParallelStateFailed (of one inside of another its ParallelStateExited too): they are
 * compared as multisets, with the ids that are left.
 */
export function compareErased(
  history: readonly PlainEvent[],
  events: readonly PlainEvent[],
  masks: Masks,
): Comparison {
  const surplus = history[events.length]; // pairing is not tried where it cannot succeed: it takes long
  if (surplus !== undefined)
    return {
      ...equalEvents,
      difference: { ...placeOf(surplus), expected: shown(surplus), actual: undefined },
    };
  const unordered = compareUnordered(history, events, masks, mayBe);
  const [missing] = unordered.missing;
  const nearest = unordered.extra.find(({ type }) => type === missing?.type);
  const extra = unordered.extra.find(({ type }) => !isLost(type, history));
  if (missing !== undefined) {
    const actual = nearest && shown(nearest);
    return {
      events: unordered.events,
      difference: { ...placeOf(missing), expected: shown(missing), actual },
    };
  }
  if (extra === undefined) return { events: unordered.events };
  return {
    events: unordered.events,
    difference: { ...placeOf(extra), expected: undefined, actual: shown(extra) },
  };
}

/** What is left of the ids must be the same. */
function mayBe({ id, previousEventId }: PlainEvent, actual: PlainEvent): boolean {
  return Array.isArray(id) || (id === actual.id && previousEventId === actual.previousEventId);
}

/** The end of a Parallel, and of one whose beginning has lost its id the exit too. */
function isLost(type: string, history: readonly PlainEvent[]): boolean {
  if (type !== "ParallelStateExited") return /^ParallelState(Succeeded|Failed)$/.test(type);
  return history.some((event) => event.type === "ParallelStateEntered" && Array.isArray(event.id));
}

function placeOf({ id }: PlainEvent): { readonly event?: number; readonly path: string } {
  return typeof id === "number" ? { event: id, path: "" } : { path: "/history" };
}
